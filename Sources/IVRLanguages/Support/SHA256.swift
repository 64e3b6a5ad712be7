/// The hash function.
///
/// Source: FIPS 180-4, sections 4.1.2, 5.1.1 and 6.2.
public enum SHA256 {
  /// The digest as 64 lower case hexadecimal digits.
  public static func hexadecimal(_ message: [UInt8]) -> String { text(digest(message)) }

  /// The code that tells a message came from somebody who knows the key, as 64 lower case
  /// hexadecimal digits.
  ///
  /// Source: RFC 2104, section 2.
  public static func authenticationCode(of message: [UInt8], key: [UInt8]) -> String {
    let short = key.count > 64 ? digest(key) : key
    let block = short + Array(repeating: 0, count: 64 - short.count)
    let inner = digest(block.map { $0 ^ 0x36 } + message)
    return text(digest(block.map { $0 ^ 0x5C } + inner))
  }

  private static func text(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func digest(_ message: [UInt8]) -> [UInt8] {
    var state = start
    let padded = padded(message)
    for start in stride(from: 0, to: padded.count, by: 64) {
      compress(padded[start..<start + 64], into: &state, constants)
    }
    return state.flatMap { word in
      stride(from: UInt32(24), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  private static let start = roots(of: 8, root: squareFraction)
  private static let constants = roots(of: 64, root: cubeFraction)

  private static func padded(_ message: [UInt8]) -> [UInt8] {
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let bits = UInt64(message.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return bytes
  }

  private static func compress(
    _ block: ArraySlice<UInt8>, into state: inout [UInt32], _ constants: [UInt32]
  ) {
    var words: [UInt32] = []
    for start in stride(from: block.startIndex, to: block.endIndex, by: 4) {
      words.append(block[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    for index in 16..<64 {
      let one = words[index - 15]
      let two = words[index - 2]
      let first = rotated(one, 7) ^ rotated(one, 18) ^ one >> 3
      let second = rotated(two, 17) ^ rotated(two, 19) ^ two >> 10
      words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
    }
    var work = state
    for index in 0..<64 {
      let choice = work[4] & work[5] ^ ~work[4] & work[6]
      let majority = work[0] & work[1] ^ work[0] & work[2] ^ work[1] & work[2]
      let lower = rotated(work[4], 6) ^ rotated(work[4], 11) ^ rotated(work[4], 25)
      let upper = rotated(work[0], 2) ^ rotated(work[0], 13) ^ rotated(work[0], 22)
      let first = work[7] &+ lower &+ choice &+ constants[index] &+ words[index]
      work = [
        first &+ upper &+ majority, work[0], work[1], work[2], work[3] &+ first, work[4], work[5],
        work[6],
      ]
    }
    for index in 0..<8 { state[index] &+= work[index] }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  // MARK: Constants

  /// The first 32 bits of the fraction of a root of the first primes.
  private static func roots(of count: Int, root: (UInt64) -> UInt32) -> [UInt32] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map(root)
  }

  private static func squareFraction(_ prime: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: UInt64(Double(prime).squareRoot() * 4_294_967_296))
  }

  /// The cube root in 32.32 fixed point, by halving the interval with exact 128-bit products.
  private static func cubeFraction(_ prime: UInt64) -> UInt32 {
    var low: UInt64 = 0
    var high: UInt64 = 8 << 32
    while high - low > 1 {
      let middle = (low + high) / 2
      if isCubeBelow(middle, prime) { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  /// Whether (value / 2^32)^3 is at most the prime.
  private static func isCubeBelow(_ value: UInt64, _ prime: UInt64) -> Bool {
    let value = UInt128(value)
    return value * value * value <= UInt128(prime) << 96
  }
}
