/// A value of the template language.
///
/// The kinds are Java's, because their differences show: a short integer in a list is not equal to
/// a long one, the first character of a text is not equal to a text.
public enum TemplateValue: Hashable, Sendable {
  /// Nothing; prints nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number of 64 bits, as literals and flow variables are.
  case integer(Int64)
  /// A whole number of 32 bits, as `length` and `loop.index` give.
  case smallInteger(Int32)
  /// A whole number beyond 64 bits, by its decimal digits.
  case bigInteger(String)
  /// A number with fraction.
  case double(Double)
  /// A text.
  case text(String)
  /// A text that no automatic escaping touches, as `escape`, `raw` and `date` give.
  case safeText(String)
  /// One UTF-16 unit of a text, as `first` and `last` give.
  case character(UInt16)
  /// A list.
  case list([TemplateValue])
  /// A fixed array, as `split` gives.
  case array([TemplateValue])
  /// A map, ordered.
  case map(TemplateMap)
  /// One member of a map, as a `for` tag meets it.
  case entry(TemplateEntry)
  /// A point in time, as `now()` gives; prints like `2025-02-06T21:09:02.712Z[UTC]`.
  case instant(epochMilliseconds: Int64)

  /// The value of a JSON value; attribute names of its objects match without regard to case when
  /// none matches exactly, as flows expect.
  public init(_ json: JSONValue) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let number): self.init(number)
    case .string(let text): self = .text(text)
    case .array(let members): self = .list(members.map { TemplateValue($0) })
    case .object(let object):
      let pairs = object.members.map { (TemplateValue.text($0.key), TemplateValue($0.value)) }
      self = .map(TemplateMap(pairs, ignoresCase: true))
    }
  }

  private init(_ number: JSONNumber) {
    if let whole = number.int64 {
      self = .integer(whole)
    } else if number.text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }) {
      self = .bigInteger(number.text)
    } else {
      self = .double(number.double)
    }
  }

  /// The words for the kind of value, as error messages use them.
  public var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .smallInteger, .bigInteger: "a whole number"
    case .double: "a decimal number"
    case .text, .safeText: "a text"
    case .character: "a character"
    case .list: "a list"
    case .array: "an array"
    case .map: "a map"
    case .entry: "a map entry"
    case .instant: "a date"
    }
  }

  /// Whether the value is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// Whether the value is of one of the number kinds.
  var isNumber: Bool {
    switch self {
    case .integer, .smallInteger, .bigInteger, .double: true
    default: false
    }
  }

  /// The members of a list or an array.
  var members: [TemplateValue]? {
    switch self {
    case .list(let members), .array(let members): members
    default: nil
    }
  }

  /// The text of a text, safe or not.
  var string: String? {
    switch self {
    case .text(let text), .safeText(let text): text
    default: nil
    }
  }
}

/// One member of a map.
public struct TemplateEntry: Hashable, Sendable {
  private let pair: [TemplateValue]

  /// The key.
  public var key: TemplateValue { pair[0] }
  /// The value.
  public var value: TemplateValue { pair[1] }

  /// A member of a key and a value.
  public init(key: TemplateValue, value: TemplateValue) {
    pair = [key, value]
  }
}
