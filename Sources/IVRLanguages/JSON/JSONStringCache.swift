/// Strings that a text has shown lately, so that one that comes again is not made again.
///
/// Lists of records repeat most of their words: names of states, kinds and owners. A slot keeps the
/// last string that fell on it; there is nothing to search and nothing that collisions could slow.
struct JSONStringCache: ~Copyable {
  private struct Entry {
    var text = ""
    var source = 0..<0
  }

  private static let size = 256

  private let source: UnsafeBufferPointer<UInt8>
  private var entries: [Entry]

  /// A cache for the strings of a text, which must outlive it.
  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    // Short texts repeat little and should not pay for the table.
    entries = source.count < 4_096 ? [] : Array(repeating: Entry(), count: Self.size)
  }

  /// The slot for a string with these bytes: its length with its first and last bytes mixed in.
  static func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var mix = UInt64(truncatingIfNeeded: bytes.count)
    if bytes.count >= 8 {
      let raw = UnsafeRawBufferPointer(bytes)
      mix ^= raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      mix ^= raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self) &* 3
    } else {
      for byte in bytes { mix = mix &* 31 ^ UInt64(byte) }
    }
    return Int(truncatingIfNeeded: (mix &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// The string in a slot where it has these bytes.
  func text(in slot: Int, of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard slot < entries.count else { return nil }
    let known = entries[slot].source
    guard known.count == bytes.count, known.count > 0,
      UnsafeBufferPointer(rebasing: source[known]).hasSameBytes(as: bytes)
    else { return nil }
    return entries[slot].text
  }

  /// Remembers a string by where it stands in the text.
  mutating func keep(_ text: String, source: Range<Int>, in slot: Int) {
    guard slot < entries.count else { return }
    entries[slot] = Entry(text: text, source: source)
  }
}
