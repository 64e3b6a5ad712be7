/// Reads one JSON text; nesting is kept on a stack of its own, so depth costs no call stack.
struct JSONParser: ~Copyable {
  /// An array or object that is still open.
  struct Frame {
    /// The number of an object, counted from 1; 0 for an array.
    let serial: Int
    /// The key that the container stands under.
    let owner: Int
    /// In an object the key whose value is read, in an array its owner.
    var key: Int
    /// The innermost object around this one, 0 where there is none.
    let outer: Int
    var elements: [JSONValue] = []
    var members: [JSONObject.Member] = []
  }

  /// A key of an open object that an object inside it has too.
  struct Shadowed {
    let key: Int
    let owner: Int
    let place: Int
    /// The inner object, after which the key is the outer's again.
    let until: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the bytes are known to be UTF-8.
  let isValid: Bool
  let limits: JSONLimits
  var at = 0
  var keys = JSONKeyTable()
  var strings: JSONStringCache
  private var frames = PendingStack<Frame>(capacity: 16)
  private var shadowed = PendingStack<Shadowed>(capacity: 16)
  private var serial = 0

  /// Containers are given room for as many as their last like had, up to this.
  private static let maximumReserve = 32

  init(_ bytes: UnsafeBufferPointer<UInt8>, isValid: Bool, limits: JSONLimits) {
    self.bytes = bytes
    strings = JSONStringCache(source: bytes)
    self.isValid = isValid
    self.limits = limits
  }

  /// The whole text as one value.
  mutating func document() throws(JSONFault) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipBlanks()
    guard at < bytes.count else { throw JSONFault(kind: .empty, offset: at) }
    let value = try value()
    skipBlanks()
    guard at == bytes.count else { throw JSONFault(kind: .trailingText, offset: at) }
    return value
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    while true {
      guard var value = try begin() else { continue }
      while true {
        guard frames.count > 0 else { return value }
        let frame = frames.address(of: frames.count - 1)
        let isOpen =
          frame.pointee.serial > 0 ? try member(value, in: frame) : try element(value, in: frame)
        if isOpen { break }
        value = close()
      }
    }
  }

  /// A scalar or an empty container; `nil` where a container was opened.
  private mutating func begin() throws(JSONFault) -> JSONValue? {
    guard at < bytes.count else { throw unexpected(.value) }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try open(isObject: true)
    case UInt8(ascii: "["): return try open(isObject: false)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "+"), UInt8(ascii: "."): throw JSONFault(kind: .badNumber, offset: at)
    default: return try word()
    }
  }

  private mutating func open(isObject: Bool) throws(JSONFault) -> JSONValue? {
    guard frames.count < limits.maximumDepth else {
      throw JSONFault(kind: .nestingTooDeep(limit: limits.maximumDepth), offset: at)
    }
    at += 1
    skipBlanks()
    if at < bytes.count, bytes[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      at += 1
      return isObject ? .object(JSONObject()) : .array([])
    }
    let (owner, outer) = surroundings()
    let size = min(keys.entry(owner).pointee.size, Self.maximumReserve)
    if isObject {
      serial += 1
      let number = serial
      let first = try key(after: owner, isChild: true)
      frames.push(Frame(serial: number, owner: owner, key: first, outer: outer))
      frames.address(of: frames.count - 1).pointee.members.reserveCapacity(size)
    } else {
      frames.push(Frame(serial: 0, owner: owner, key: owner, outer: outer))
      frames.address(of: frames.count - 1).pointee.elements.reserveCapacity(size)
    }
    return nil
  }

  /// The key under which a container opens and the innermost object around it.
  private func surroundings() -> (owner: Int, outer: Int) {
    guard frames.count > 0 else { return (0, 0) }
    let frame = frames.address(of: frames.count - 1)
    let serial = frame.pointee.serial
    return (frame.pointee.key, serial > 0 ? serial : frame.pointee.outer)
  }

  /// Adds an element to the innermost array; whether another must follow.
  private mutating func element(
    _ value: consuming JSONValue, in frame: UnsafeMutablePointer<Frame>
  ) throws(JSONFault) -> Bool {
    frame.pointee.elements.append(value)
    skipBlanks()
    guard at < bytes.count else { throw unexpected(.commaOrBracket) }
    let byte = bytes[at]
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") else {
      throw unexpected(.commaOrBracket)
    }
    at += 1
    guard byte == UInt8(ascii: ",") else { return false }
    skipBlanks()
    return true
  }

  /// Adds a member to the innermost object; whether another must follow, whose key is then read.
  private mutating func member(
    _ value: consuming JSONValue, in frame: UnsafeMutablePointer<Frame>
  ) throws(JSONFault) -> Bool {
    add(value, to: frame)
    skipBlanks()
    guard at < bytes.count else { throw unexpected(.commaOrBrace) }
    let byte = bytes[at]
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else {
      throw unexpected(.commaOrBrace)
    }
    at += 1
    guard byte == UInt8(ascii: ",") else { return false }
    skipBlanks()
    frame.pointee.key = try key(after: frame.pointee.key, isChild: false)
    return true
  }

  private mutating func add(_ value: consuming JSONValue, to frame: UnsafeMutablePointer<Frame>) {
    let number = frame.pointee.key
    let entry = keys.entry(number)
    let owner = entry.pointee.owner
    if owner == frame.pointee.serial {
      frame.pointee.members[entry.pointee.place].value = value
      return
    }
    if owner > 0, owner <= frame.pointee.outer, isOpen(owner) {
      shadowed.push(
        Shadowed(
          key: number, owner: owner, place: entry.pointee.place, until: frame.pointee.serial))
    }
    entry.pointee.owner = frame.pointee.serial
    entry.pointee.place = frame.pointee.members.count
    frame.pointee.members.append(
      JSONObject.Member(key: entry.pointee.key, tag: entry.pointee.tag, value: value))
  }

  /// Whether an object outside the innermost one is still open; outer ones have lower numbers.
  private func isOpen(_ serial: Int) -> Bool {
    var index = frames.count - 2
    while index >= 0, frames.address(of: index).pointee.serial != serial { index -= 1 }
    return index >= 0
  }

  private mutating func close() -> JSONValue {
    let frame = frames.removeLast()
    let isObject = frame.serial > 0
    let size = isObject ? frame.members.count : frame.elements.count
    keys.entry(frame.owner).pointee.size = size
    guard isObject else { return .array(frame.elements) }
    while shadowed.count > 0,
      shadowed.address(of: shadowed.count - 1).pointee.until == frame.serial
    {
      let outer = shadowed.removeLast()
      keys.entry(outer.key).pointee.owner = outer.owner
      keys.entry(outer.key).pointee.place = outer.place
    }
    return .object(JSONObject(distinct: frame.members))
  }

  /// Reads a key and its colon up to the value; gives the key's number.
  private mutating func key(after neighbour: Int, isChild: Bool) throws(JSONFault) -> Int {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw unexpected(.key) }
    let start = at
    let number = try guessedKey(after: neighbour, isChild: isChild)
    if limits.refusesDuplicateKeys { try refuseDuplicate(number, isChild: isChild, at: start) }
    if at < bytes.count, bytes[at] != UInt8(ascii: ":") { skipBlanks() }
    guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw unexpected(.colon) }
    at += 1
    skipBlanks()
    return number
  }

  private mutating func guessedKey(after neighbour: Int, isChild: Bool) throws(JSONFault) -> Int {
    let entry = keys.entry(neighbour)
    if isChild {
      let guess = entry.pointee.child
      if guess != 0, skipKey(guess) { return guess }
      let number = try newKey()
      keys.entry(neighbour).pointee.child = number
      return number
    }
    let guesses = entry.pointee.siblings
    if guesses.0 != 0, skipKey(guesses.0) { return guesses.0 }
    let isSecond = guesses.1 != 0 && skipKey(guesses.1)
    let number = isSecond ? guesses.1 : try newKey()
    keys.entry(neighbour).pointee.siblings = (number, guesses.0)
    return number
  }

  private func refuseDuplicate(
    _ number: Int, isChild: Bool, at offset: Int
  ) throws(JSONFault) {
    guard !isChild, frames.count > 0 else { return }
    let entry = keys.entry(number).pointee
    if entry.owner == frames.address(of: frames.count - 1).pointee.serial {
      throw JSONFault(kind: .duplicateKey(entry.key), offset: offset)
    }
  }

  /// Steps over the key with this number if it stands here.
  private mutating func skipKey(_ number: Int) -> Bool {
    guard let source = keys.entry(number).pointee.source else { return false }
    let end = at + 1 + source.count
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\""),
      slice(source).hasSameBytes(as: slice(at + 1..<end))
    else { return false }
    at = end + 1
    return true
  }
}
