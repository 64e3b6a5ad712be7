/// Eight bytes of a JSON text looked at together.
///
/// Strings are most of a text; looking at their bytes one by one was what reading and writing
/// them cost.
struct JSONWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of each byte.
  static let tops: UInt64 = 0x8080_8080_8080_8080

  let bits: UInt64

  /// The bytes from an offset on; there must be eight.
  init(_ bytes: UnsafeRawPointer, at offset: Int) {
    bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The highest bit of each byte that is a quote, a backslash or a control character.
  ///
  /// Bytes above the first such byte may be marked wrongly; the first never is. A byte beyond
  /// ASCII is never the first.
  var special: UInt64 {
    let quote = bits ^ (Self.ones &* 0x22)
    let slash = bits ^ (Self.ones &* 0x5C)
    return
      ((quote &- Self.ones) & ~quote | (slash &- Self.ones) & ~slash
      | (bits &- Self.ones &* 0x20) & ~bits) & Self.tops
  }
}
