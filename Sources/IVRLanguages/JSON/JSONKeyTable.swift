/// The distinct keys of one text, each with a number, so that a key is made into a `String` once.
///
/// Objects of one shape follow each other in most texts. Each key therefore remembers which keys
/// came after it and which came first inside it; comparing the bytes with that guess replaces
/// searching. Number 0 stands for the root and is no key.
struct JSONKeyTable: ~Copyable {
  /// One key.
  struct Entry {
    let key: String
    let tag: UInt64
    /// Where its bytes stand in the text, without quotes; `nil` where they were escaped.
    let source: Range<Int>?
    /// The keys that last followed this one in the same object, the likelier first.
    var siblings = (0, 0)
    /// The key that last came first in the object under this key.
    var child = 0
    /// The object that has this key, as far as is known, and the member's place there.
    var owner = 0
    var place = 0
    /// How many members or elements the last container under this key had.
    var size = 0
  }

  private(set) var entries: PendingStack<Entry>
  private var slots: [Int32]

  init() {
    entries = PendingStack(capacity: 64)
    entries.push(Entry(key: "", tag: 0, source: nil))
    slots = Array(repeating: 0, count: 128)
  }

  /// The entry with a number; valid until the next key is added.
  func entry(_ number: Int) -> UnsafeMutablePointer<Entry> {
    entries.address(of: number)
  }

  /// The number of the key with these bytes, 0 where it is new.
  func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = firstSlot(of: bytes)
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      if Self.holds(entry(number).pointee.key, bytes) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// Adds a key that is not there yet.
  mutating func add(_ key: String, source: Range<Int>?) -> Int {
    if entries.count * 2 > slots.count { rehash() }
    var copy = key
    let tag = copy.withUTF8(JSONObject.Member.tag)
    entries.push(Entry(key: key, tag: tag, source: source))
    insert(key, number: entries.count - 1)
    return entries.count - 1
  }

  private mutating func insert(_ key: String, number: Int) {
    var key = key
    var slot = key.withUTF8 { firstSlot(of: $0) }
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: number)
  }

  private mutating func rehash() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 1..<max(1, entries.count) { insert(entry(number).pointee.key, number: number) }
  }

  /// Hashed with the process's own seed, so that no text can be made of colliding keys.
  private func firstSlot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize() & (slots.count - 1)
  }

  private static func holds(_ key: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard key.utf8.count == bytes.count else { return false }
    var key = key
    return key.withUTF8 { $0.hasSameBytes(as: bytes) }
  }
}
