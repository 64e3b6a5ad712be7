/// How a schema reads and writes its scalars and enums.
///
/// The built-in scalars may be replaced by name as well. A scalar without a rule takes any value.
public struct GraphQLScalarRules: Sendable {
  /// The rule of each scalar, by name.
  public var scalars: [String: GraphQLScalar]
  /// Whether a quoted string in a document stands for an enum value.
  public var enumsTakeStrings: Bool

  /// The built-in scalars as specified, and those given on top.
  public init(_ scalars: [String: GraphQLScalar] = [:], enumsTakeStrings: Bool = false) {
    self.scalars = [
      "Int": .int, "Float": .float, "String": .string, "Boolean": .boolean, "ID": .id,
    ].merging(scalars) { _, given in given }
    self.enumsTakeStrings = enumsTakeStrings
  }

  /// The rule of one scalar.
  public subscript(name: String) -> GraphQLScalar { scalars[name] ?? .json }
}
