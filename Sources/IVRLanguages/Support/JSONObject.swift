/// The members of a JSON object in the order they were written.
///
/// A key that occurs twice keeps its first place and takes its last value.
public struct JSONObject: Hashable, Sendable {
  /// One key with its value.
  public struct Member: Hashable, Sendable {
    /// The key, unescaped.
    public let key: String
    /// The value.
    public var value: JSONValue
    /// Length and first bytes of the key, so that most other keys are told apart at once.
    let tag: UInt64

    init(key: String, tag: UInt64, value: JSONValue) {
      self.key = key
      self.value = value
      self.tag = tag
    }

    /// The tag of a key: its length modulo 256 and its first seven bytes.
    static func tag(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
      var tag = UInt64(truncatingIfNeeded: key.count) << 56
      for index in 0..<min(7, key.count) { tag |= UInt64(key[index]) << UInt64(8 * index) }
      return tag
    }
  }

  /// The members, in order.
  public private(set) var members: [Member]
  /// Open addressing over the keys: numbers of members counted from 1, 0 where a slot is free.
  private var slots: [Int32] = []

  /// Objects up to this size are searched from the start; larger ones keep slots.
  private static let slotThreshold = 32

  /// An object without members.
  public init() {
    members = []
  }

  /// An object of the given pairs, in order.
  public init(_ pairs: [(String, JSONValue)]) {
    self.init()
    members.reserveCapacity(pairs.count)
    for (key, value) in pairs { self[key] = value }
  }

  /// An object of members whose keys are known to differ.
  init(distinct members: [Member]) {
    self.members = members
    if members.count > Self.slotThreshold { rebuildSlots() }
  }

  /// The value of `key`; setting `nil` removes the member.
  public subscript(key: String) -> JSONValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(key, value)
      case (nil, nil): break
      }
    }
  }

  /// The keys, in order.
  public var keys: [String] { members.map(\.key) }
  /// The values, in order.
  public var values: [JSONValue] { members.map(\.value) }
  /// The number of members.
  public var count: Int { members.count }
  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// Two objects are equal when they hold the same members in the same order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members == right.members
  }

  /// Feeds the members in order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(members)
  }

  /// Keys are compared byte by byte: to JSON, two spellings of one accented letter differ.
  private func place(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { place(of: $0, tag: Member.tag(of: $0)) }
  }

  /// The place of the member with these bytes as its key.
  func place(of key: UnsafeBufferPointer<UInt8>, tag: UInt64) -> Int? {
    slots.isEmpty
      ? members.firstIndex { $0.hasKey(key, tag: tag) } : member(in: slot(of: key, tag: tag))
  }

  private func member(in slot: Int) -> Int? {
    slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The slot that holds the key, else the free one where it belongs.
  private func slot(of key: UnsafeBufferPointer<UInt8>, tag: UInt64) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    var slot = hasher.finalize() & (slots.count - 1)
    while let place = member(in: slot), !members[place].hasKey(key, tag: tag) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func append(_ key: String, _ value: JSONValue) {
    var copy = key
    members.append(Member(key: key, tag: copy.withUTF8(Member.tag), value: value))
    if members.count * 2 > slots.count {
      if members.count > Self.slotThreshold { rebuildSlots() }
    } else {
      fillSlot(members.count - 1)
    }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    if !slots.isEmpty { rebuildSlots() }
  }

  private mutating func rebuildSlots() {
    var size = 128
    while size < members.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for place in members.indices { fillSlot(place) }
  }

  private mutating func fillSlot(_ place: Int) {
    var key = members[place].key
    let slot = key.withUTF8 { self.slot(of: $0, tag: Member.tag(of: $0)) }
    slots[slot] = Int32(truncatingIfNeeded: place + 1)
  }
}

extension JSONObject.Member {
  /// Whether the key has these bytes; of up to seven bytes the tag tells all.
  func hasKey(_ bytes: UnsafeBufferPointer<UInt8>, tag: UInt64) -> Bool {
    guard self.tag == tag, key.utf8.count == bytes.count else { return false }
    guard bytes.count > 7 else { return true }
    return key.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) }
      ?? key.utf8.elementsEqual(bytes)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object of the written pairs, in order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements)
  }
}
