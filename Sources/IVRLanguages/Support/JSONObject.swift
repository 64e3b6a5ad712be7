/// The members of a JSON object in the order they were written.
///
/// A key that occurs twice keeps its first place and takes its last value.
public struct JSONObject: Hashable, Sendable {
  /// One key with its value.
  public struct Member: Hashable, Sendable {
    /// The value; first, so that the member's address is the value's, see `JSONPlace`.
    public var value: JSONValue
    /// The key, unescaped.
    public let key: String
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
  ///
  /// `nil` and not empty for small objects, so that copying one counts one reference, not two.
  private var slots: [Int32]?

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
  /// Whether there are so many members that finding one takes no search.
  var hasSlots: Bool { slots != nil }
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
    guard let slots else { return members.firstIndex { $0.hasKey(key, tag: tag) } }
    let number = Int(slots[slot(of: key, tag: tag, in: slots)])
    return number == 0 ? nil : number - 1
  }

  /// The slot that holds the key, else the free one where it belongs.
  private func slot(
    of key: UnsafeBufferPointer<UInt8>, tag: UInt64, in slots: [Int32]
  ) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] != 0, !members[Int(slots[slot]) - 1].hasKey(key, tag: tag) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func append(_ key: String, _ value: JSONValue) {
    var copy = key
    members.append(Member(key: key, tag: copy.withUTF8(Member.tag), value: value))
    if let slots, members.count * 2 <= slots.count {
      fillSlot(members.count - 1)
    } else if members.count > Self.slotThreshold {
      rebuildSlots()
    }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    if slots != nil { rebuildSlots() }
  }

  private mutating func rebuildSlots() {
    var size = 128
    while size < members.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for place in members.indices { fillSlot(place) }
  }

  private mutating func fillSlot(_ place: Int) {
    guard var slots else { return }
    // Held here alone, the array is changed in place.
    self.slots = nil
    var key = members[place].key
    let slot = key.withUTF8 { self.slot(of: $0, tag: Member.tag(of: $0), in: slots) }
    slots[slot] = Int32(truncatingIfNeeded: place + 1)
    self.slots = slots
  }
}

extension JSONObject.Member {
  /// Whether the key has these bytes; of up to seven bytes the tag tells all.
  func hasKey(_ bytes: UnsafeBufferPointer<UInt8>, tag: UInt64) -> Bool {
    guard self.tag == tag, key.utf8.count == bytes.count else { return false }
    guard bytes.count > 7 else { return true }
    return key.utf8.withContiguousStorageIfAvailable { $0.hasSameBytes(as: bytes) }
      ?? key.utf8.elementsEqual(bytes)
  }

  /// The same for a key that was made ready.
  func hasKey(_ wanted: JSONKey) -> Bool {
    guard tag == wanted.tag, key.utf8.count == wanted.bytes.count else { return false }
    if wanted.bytes.count <= 7 { return true }
    // Of two texts of one length where one is ASCII, only the same bytes are equal.
    if wanted.isASCII { return key == wanted.text }
    return key.utf8.elementsEqual(wanted.bytes)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object of the written pairs, in order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements)
  }
}
