/// A value as it is written in a document.
///
/// Custom scalars read it; see `GraphQLScalar`.
public struct GraphQLLiteral: Sendable {
  /// The form of the value.
  public indirect enum Kind: Sendable {
    /// `$name`.
    case variable(String)
    /// A whole number, as written.
    case int(String)
    /// A number with fraction or exponent, as written.
    case float(String)
    /// A string, unescaped.
    case string(String, isBlock: Bool)
    /// `true` or `false`.
    case boolean(Bool)
    /// `null`.
    case null
    /// A bare word.
    case enumeration(String)
    /// `[…]`.
    case list([GraphQLLiteral])
    /// `{…}`.
    case object([GraphQLLiteralField])
  }

  /// The form of the value.
  public let kind: Kind
  let offset: Int

  /// The value without regard to a type: bare words become strings, variables their values.
  ///
  /// A variable without value becomes `null`.
  public func json(variables: JSONObject = [:]) -> JSONValue {
    switch kind {
    case .variable(let name): variables[name] ?? .null
    case .int(let text), .float(let text): .number(JSONNumber(text: text))
    case .string(let text, _), .enumeration(let text): .string(text)
    case .boolean(let value): .bool(value)
    case .null: .null
    case .list(let items): .array(items.map { $0.json(variables: variables) })
    case .object(let fields):
      .object(JSONObject(fields.map { ($0.name, $0.value.json(variables: variables)) }))
    }
  }

  var variableName: String? {
    if case .variable(let name) = kind { name } else { nil }
  }

  var isNull: Bool {
    if case .null = kind { true } else { false }
  }
}

/// One `name: value` of an object literal.
public struct GraphQLLiteralField: Sendable {
  /// The name.
  public let name: String
  /// The value.
  public let value: GraphQLLiteral
  let offset: Int
}
