/// Bytes that grow at their end, without the checks that an array makes at each byte.
struct ByteOutput: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(16, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// The bytes as a text.
  var text: String {
    String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// Forgets all bytes after the first `count`.
  mutating func takeBack(to count: Int) {
    precondition(count >= 0 && count <= self.count, "only what was written can be taken back")
    self.count = count
  }

  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count &+= 1
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      reserve(bytes.count)
      if let start = bytes.baseAddress { (base + count).update(from: start, count: bytes.count) }
      count &+= bytes.count
    }
  }

  /// Appends a text that has no quote, backslash or control character; else appends nothing and
  /// gives false.
  mutating func appendPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      reserve(bytes.count)
      guard let start = bytes.baseAddress else { return true }
      let copied = Self.copyPlain(UnsafeRawPointer(start), to: base + count, count: bytes.count)
      if copied { count &+= bytes.count }
      return copied
    }
  }

  private static func copyPlain(
    _ bytes: UnsafeRawPointer, to target: UnsafeMutablePointer<UInt8>, count: Int
  ) -> Bool {
    var index = 0
    while index &+ 8 <= count {
      let word = JSONWord(bytes, at: index)
      guard word.special == 0 else { return false }
      UnsafeMutableRawPointer(target + index).storeBytes(
        of: word.bits.littleEndian, as: UInt64.self)
      index &+= 8
    }
    while index < count {
      let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
      guard byte >= 0x20, byte != 0x22, byte != 0x5C else { return false }
      target[index] = byte
      index &+= 1
    }
    return true
  }

  private mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    let size = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = size
  }
}
