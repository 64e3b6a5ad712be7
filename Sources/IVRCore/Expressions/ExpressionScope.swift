public import IVRLanguages

/// Variables of a JSON object and an instant, for rendering a template outside of any call.
public struct ExpressionScope: TemplateScope {
  /// How the JSON of the variables becomes values.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// As in a flow: whole numbers have 64 bits, attribute names match in any letter case.
    case flow
    /// As Java reads JSON: whole numbers have 32 bits where they fit, names match exactly.
    case java
  }

  private let variables: JSONObject
  private let reading: Reading
  /// Milliseconds since 1970, for `now()`.
  public let now: Int64

  /// Variables at an instant, which is given in milliseconds since 1970.
  public init(_ variables: JSONObject, now: Int64, reading: Reading = .flow) {
    self.variables = variables
    self.now = now
    self.reading = reading
  }

  /// The variable of that name.
  public func value(named name: String) -> TemplateValue? {
    variables[name].map { reading == .flow ? TemplateValue($0) : Self.javaValue($0) }
  }

  /// The filter `jsonPath`, which flows add to the language.
  public func filtered(
    _ input: TemplateValue, by name: String, arguments: TemplateArguments
  ) throws(TemplateRefusal) -> TemplateValue? {
    try JSONPathFilter.value(of: input, by: name, arguments: arguments)
  }

  private static func javaValue(_ json: JSONValue) -> TemplateValue {
    switch json {
    case .number(let number): Int32(number.text).map { .smallInteger($0) } ?? TemplateValue(json)
    case .array(let members): .list(members.map(javaValue))
    case .object(let object):
      .map(TemplateMap(object.members.map { (.text($0.key), javaValue($0.value)) }))
    default: TemplateValue(json)
    }
  }
}
