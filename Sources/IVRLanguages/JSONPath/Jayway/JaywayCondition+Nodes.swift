extension JaywayCondition.Node {
  /// A value of the document.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let truth): self = .bool(truth)
    case .number(let number): self = .number(Self.plain(number))
    case .string(let text): self = .string(text)
    case .array, .object: self = .json(value, isLiteral: false)
    }
  }

  /// Numbers with a fraction lose the zeros they were written with.
  private static func plain(_ number: JSONNumber) -> JSONNumber {
    let isWhole = number.text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- 48 < 10 }
    return isWhole ? number : JSONNumber(number.double)
  }

  /// The elements of an array; `nil` for an object.
  func list() throws(JaywayFailure) -> [JaywayCondition.Node]? {
    switch self {
    case .json(.array(let elements), _): return elements.map { JaywayCondition.Node($0) }
    case .json: return nil
    default: throw .notApplicable
    }
  }

  /// `==`: a number and a text that reads as the same number are equal.
  func equals(_ other: JaywayCondition.Node) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left.isEqual(to: right)
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.number(let left), .string(let right)):
      Self.isDecimal(right) && left.isEqual(to: JSONNumber(text: right))
    case (.string(let left), .number(let right)): left == right.text
    case (.json(let left, isLiteral: false), .json(let right, _)): left.isEqual(to: right)
    default: false
    }
  }

  /// Digits with at most one dot, a sign and an exponent.
  private static func isDecimal(_ text: String) -> Bool {
    Double(text) != nil && text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
  }

  /// `===` needs both sides to be of one kind.
  func isSameKind(as other: JaywayCondition.Node) -> Bool {
    switch (self, other) {
    case (.null, .null), (.bool, .bool), (.number, .number), (.string, .string), (.json, .json):
      true
    default: false
    }
  }

  /// Numbers by value; a text and anything, as texts; everything else is not ordered.
  func order(_ other: JaywayCondition.Node, _ isWanted: (Int) -> Bool) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)):
      isWanted(left.isLess(than: right) ? -1 : left.isEqual(to: right) ? 0 : 1)
    case (.string, .string), (.string, .number), (.number, .string):
      isWanted(Self.compare(text, other.text))
    default: false
    }
  }

  private static func compare(_ left: String, _ right: String) -> Int {
    if left.utf16.elementsEqual(right.utf16) { return 0 }
    return left.utf16.lexicographicallyPrecedes(right.utf16) ? -1 : 1
  }

  /// What patterns and text comparisons see; empty for everything that is no scalar.
  var text: String {
    switch self {
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let truth): truth ? "true" : "false"
    default: ""
    }
  }

  /// A text in a text, or an element of an array.
  func contains(_ other: JaywayCondition.Node) -> Bool {
    switch (self, other) {
    case (.string(let text), .string(let part)): text.isEmpty ? part.isEmpty : text.contains(part)
    case (.json(.array(let elements), _), _):
      elements.contains { other.equals(JaywayCondition.Node($0)) }
    default: false
    }
  }

  /// The length of a text in UTF-16 units or of an array.
  func hasSize(_ other: JaywayCondition.Node) -> Bool {
    guard case .number(let number) = other else { return false }
    return switch self {
    case .string(let text): Double(text.utf16.count) == number.double.rounded(.towardZero)
    case .json(.array(let elements), _):
      Double(elements.count) == number.double.rounded(.towardZero)
    default: false
    }
  }

  /// Whether being empty is as the other side says.
  func isEmpty(_ other: JaywayCondition.Node) throws(JaywayFailure) -> Bool {
    let isEmpty: Bool
    switch self {
    case .string(let text): isEmpty = text.isEmpty
    case .json(.array(let elements), _): isEmpty = elements.isEmpty
    case .json(.object(let object), _): isEmpty = object.isEmpty
    default: return false
    }
    guard case .bool(let expected) = other else { throw .notApplicable }
    return isEmpty == expected
  }
}
