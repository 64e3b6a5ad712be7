/// A named, seeded stream of random numbers: the only randomness in the core.
///
/// Streams of one seed but different names are independent, so that drawing more from one changes
/// nothing in another. SplitMix64; the same on every machine.
public struct RandomStream: Hashable, Codable, Sendable {
  private var state: UInt64

  /// The stream of a name under a seed.
  public init(seed: UInt64, name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ hash
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A random identifier in the form of a version 4 UUID.
  ///
  /// Source: RFC 9562, section 5.4.
  public mutating func nextUUID() -> String {
    let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
    let cuts = [0, 8, 12, 16, 20, 32]
    return zip(cuts, cuts.dropFirst())
      .map { String(decoding: digits[$0..<$1], as: UTF8.self) }
      .joined(separator: "-")
  }

  private static func hexadecimal(_ value: UInt64) -> [UInt8] {
    let letters = Array("0123456789abcdef".utf8)
    return (0..<16).map { letters[Int(value >> UInt64(60 - 4 * $0) & 15)] }
  }
}
