/// Reads one JSON text; nesting is kept on stacks of its own, so depth costs no call stack.
struct JSONParser: ~Copyable {
  /// An array or object that is still open.
  struct Frame {
    let isObject: Bool
    /// Where its elements or members begin among the pending ones.
    let start: Int
    /// In an object the key whose value is read, in an array the key the array stands under.
    var key: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the bytes are known to be UTF-8.
  let isValid: Bool
  let limits: JSONLimits
  var at = 0
  var keys = JSONKeyTable()
  private var frames: [Frame] = []
  private var elements = PendingStack<JSONValue>(capacity: 64)
  private var members = PendingStack<JSONObject.Member>(capacity: 64)
  /// Beside each pending member: its key and where that key waited before.
  private var places = PendingStack<(key: Int, previous: Int)>(capacity: 64)

  init(_ bytes: UnsafeBufferPointer<UInt8>, isValid: Bool, limits: JSONLimits) {
    self.bytes = bytes
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
      while let frame = frames.last {
        guard let closed = frame.isObject ? try member(value) : try element(value) else { break }
        value = closed
      }
      if frames.isEmpty { return value }
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
    if at < bytes.count, bytes[at] == UInt8(ascii: isObject ? "}" : "]") {
      at += 1
      return isObject ? .object(JSONObject()) : .array([])
    }
    let owner = frames.last?.key ?? 0
    if isObject {
      let first = try key(after: owner, isChild: true)
      frames.append(Frame(isObject: true, start: members.count, key: first))
    } else {
      frames.append(Frame(isObject: false, start: elements.count, key: owner))
    }
    return nil
  }

  /// Adds an element to the innermost array; the array where that was its last.
  private mutating func element(_ value: JSONValue) throws(JSONFault) -> JSONValue? {
    elements.push(value)
    skipBlanks()
    guard at < bytes.count else { throw unexpected(.commaOrBracket) }
    switch bytes[at] {
    case UInt8(ascii: ","):
      at += 1
      skipBlanks()
      return nil
    case UInt8(ascii: "]"):
      at += 1
      return .array(elements.take(from: frames.removeLast().start))
    default: throw unexpected(.commaOrBracket)
    }
  }

  /// Adds a member to the innermost object; the object where that was its last.
  private mutating func member(_ value: JSONValue) throws(JSONFault) -> JSONValue? {
    let last = frames.count - 1
    add(value, to: frames[last])
    skipBlanks()
    guard at < bytes.count else { throw unexpected(.commaOrBrace) }
    switch bytes[at] {
    case UInt8(ascii: ","):
      at += 1
      skipBlanks()
      frames[last].key = try key(after: frames[last].key, isChild: false)
      return nil
    case UInt8(ascii: "}"):
      at += 1
      return close(frames.removeLast())
    default: throw unexpected(.commaOrBrace)
    }
  }

  private mutating func add(_ value: JSONValue, to frame: Frame) {
    let entry = keys.entry(frame.key)
    let place = entry.pointee.place
    if place >= frame.start {
      members.address(of: place).pointee.value = value
      return
    }
    places.push((frame.key, place))
    entry.pointee.place = members.count
    members.push(JSONObject.Member(key: entry.pointee.key, value: value))
  }

  private mutating func close(_ frame: Frame) -> JSONValue {
    while places.count > frame.start {
      let place = places.removeLast()
      keys.entry(place.key).pointee.place = place.previous
    }
    return .object(JSONObject(distinct: members.take(from: frame.start)))
  }

  /// Reads a key and its colon up to the value; gives the key's number.
  private mutating func key(after neighbour: Int, isChild: Bool) throws(JSONFault) -> Int {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw unexpected(.key) }
    let start = at
    let entry = keys.entry(neighbour)
    let guess = isChild ? entry.pointee.child : entry.pointee.sibling
    let number = guess != 0 && skipKey(guess) ? guess : try newKey()
    if number != guess { remember(number, after: neighbour, isChild: isChild) }
    if limits.refusesDuplicateKeys { try refuseDuplicate(number, isChild: isChild, at: start) }
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw unexpected(.colon) }
    at += 1
    skipBlanks()
    return number
  }

  private func remember(_ number: Int, after neighbour: Int, isChild: Bool) {
    let entry = keys.entry(neighbour)
    if isChild { entry.pointee.child = number } else { entry.pointee.sibling = number }
  }

  private func refuseDuplicate(
    _ number: Int, isChild: Bool, at offset: Int
  ) throws(JSONFault) {
    guard !isChild, let frame = frames.last else { return }
    let entry = keys.entry(number).pointee
    if entry.place >= frame.start {
      throw JSONFault(kind: .duplicateKey(entry.key), offset: offset)
    }
  }

  /// Steps over the key with this number if it stands here.
  private mutating func skipKey(_ number: Int) -> Bool {
    guard let source = keys.entry(number).pointee.source else { return false }
    let end = at + 1 + source.count
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\""), same(source, at: at + 1) else {
      return false
    }
    at = end + 1
    return true
  }

  private func same(_ source: Range<Int>, at start: Int) -> Bool {
    var offset = 0
    while offset < source.count {
      if bytes[source.lowerBound + offset] != bytes[start + offset] { return false }
      offset += 1
    }
    return true
  }
}
