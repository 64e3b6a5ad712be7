/// How the values of one scalar are read and written; `nil` refuses a value.
public struct GraphQLScalar: Sendable {
  /// What the scalar takes, as it ends the sentence "expected …".
  public let expectation: String
  /// The value of a literal; the object holds the variables, for scalars that take objects.
  public let literal: @Sendable (GraphQLLiteral, JSONObject) -> JSONValue?
  /// The value of a JSON value that came as a variable.
  public let input: @Sendable (JSONValue) -> JSONValue?
  /// The value in the response.
  public let output: @Sendable (JSONValue) -> JSONValue?
  /// Which values `output` gives back unchanged, as far as that is known.
  private(set) var plain = GraphQLPlainLeaf.none

  /// A scalar made of its three readers.
  public init(
    expectation: String,
    literal: @escaping @Sendable (GraphQLLiteral, JSONObject) -> JSONValue?,
    input: @escaping @Sendable (JSONValue) -> JSONValue?,
    output: @escaping @Sendable (JSONValue) -> JSONValue?
  ) {
    self.expectation = expectation
    self.literal = literal
    self.input = input
    self.output = output
  }
}

extension GraphQLScalar {
  /// Whole numbers of 32 bits.
  ///
  /// Source: GraphQL specification, October 2021, section 3.5.1.
  public static let int = GraphQLScalar(
    expectation: "a whole number of 32 bits",
    literal: { literal, _ in
      guard case .int(let text) = literal.kind else { return nil }
      return Int32(text).map { .integer(Int64($0)) }
    },
    input: { $0.number.flatMap(whole32) },
    output: { value in
      switch value {
      case .number(let number): isWhole32(number) ? value : whole32(number)
      case .bool(let flag): flag ? 1 : 0
      case .string(let text): whole32(JSONNumber(text: text))
      default: nil
      }
    })

  /// Double-precision numbers, always written with a fraction.
  public static let float = GraphQLScalar(
    expectation: "a number",
    literal: { literal, _ in
      switch literal.kind {
      case .int(let text), .float(let text): finite(text)
      default: nil
      }
    },
    input: { $0.number.flatMap { finite($0.text) } },
    output: { value in
      switch value {
      case .number(let number): finite(number.text)
      case .bool(let flag): finite(flag ? "1" : "0")
      case .string(let text): finite(text)
      default: nil
      }
    })

  /// Text.
  public static let string = GraphQLScalar(
    expectation: "a string", literal: { literal, _ in text(literal) },
    input: { $0.string.map { .string($0) } }, output: asText
  ).plain(.string)

  /// `true` and `false`.
  public static let boolean = GraphQLScalar(
    expectation: "true or false",
    literal: { literal, _ in
      if case .boolean(let value) = literal.kind { .bool(value) } else { nil }
    },
    input: { $0.bool.map { .bool($0) } },
    output: { value in
      switch value {
      case .bool: value
      case .number(let number): .bool(number.double != 0)
      default: nil
      }
    }
  ).plain(.boolean)

  /// Identifiers: text, taken from a string or a whole number.
  public static let id = GraphQLScalar(
    expectation: "a string or a whole number",
    literal: { literal, _ in
      if case .int(let digits) = literal.kind { .string(digits) } else { text(literal) }
    },
    input: { value in
      switch value {
      case .string: value
      case .number(let number): whole64(number).map { .string(String($0)) }
      default: nil
      }
    },
    output: { value in
      if case .number(let number) = value, let whole = whole64(number) {
        .string(String(whole))
      } else {
        value.string.map { .string($0) }
      }
    })

  /// Whole numbers of 64 bits, taken from whole numbers only.
  public static let long = GraphQLScalar(
    expectation: "a whole number of 64 bits",
    literal: { literal, _ in
      if case .int(let text) = literal.kind { Int64(text).map { .integer($0) } } else { nil }
    },
    input: { $0.int64.map { .integer($0) } },
    output: asLong
  ).plain(.long)

  /// Whole numbers of 64 bits, taken also from numbers like `1.0` and from strings of digits.
  ///
  /// Source: reference of the Search API, section 1: `from` and `to` often arrive as strings.
  public static let lenientLong = GraphQLScalar(
    expectation: "a whole number of 64 bits or a string of digits",
    literal: { literal, _ in
      switch literal.kind {
      case .int(let text), .float(let text): whole64(JSONNumber(text: text)).map { .integer($0) }
      case .string(let text, _): Int64(text).map { .integer($0) }
      default: nil
      }
    },
    input: { value in
      (value.number.flatMap(whole64) ?? value.string.flatMap { Int64($0) }).map { .integer($0) }
    },
    output: asLong
  ).plain(.long)

  /// Any value, as it is.
  public static let json = GraphQLScalar(
    expectation: "a value", literal: { $0.json(variables: $1) }, input: { $0 }, output: { $0 })
}

extension GraphQLScalar {
  private func plain(_ leaf: GraphQLPlainLeaf) -> GraphQLScalar {
    var scalar = self
    scalar.plain = leaf
    return scalar
  }

  private static func text(_ literal: GraphQLLiteral) -> JSONValue? {
    if case .string(let text, _) = literal.kind { .string(text) } else { nil }
  }

  @Sendable private static func asText(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .string: value
    case .number(let number): .string(number.text)
    case .bool(let flag): .string(flag ? "true" : "false")
    default: nil
    }
  }

  @Sendable private static func asLong(_ value: JSONValue) -> JSONValue? {
    guard case .number(let number) = value else { return nil }
    return number.isLong ? value : whole64(number).map { .integer($0) }
  }

  private static func isWhole32(_ number: JSONNumber) -> Bool {
    Int32(number.text) != nil && number.text != "-0"
  }

  private static func finite(_ text: String) -> JSONValue? {
    guard let value = Double(text), value.isFinite else { return nil }
    return .number(JSONNumber(value))
  }

  private static func whole32(_ number: JSONNumber) -> JSONValue? {
    whole64(number).flatMap { Int32(exactly: $0) }.map { .integer(Int64($0)) }
  }

  private static func whole64(_ number: JSONNumber) -> Int64? {
    if let whole = number.int64 { return whole }
    guard let value = Double(number.text), abs(value) < 9.2e18 else { return nil }
    // Not `Int64(exactly:)`, which would make every program link the mathematics library.
    let whole = Int64(value)
    return Double(whole) == value ? whole : nil
  }
}

extension JSONNumber {
  /// Whether the text is already that of a whole number of 64 bits.
  var isLong: Bool {
    let text = text.utf8
    guard text.count > 18 || text.first == UInt8(ascii: "-") else {
      return text.allSatisfy { $0 >= 48 && $0 <= 57 }
    }
    return int64 != nil && self.text != "-0"
  }
}
