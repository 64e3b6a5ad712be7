/// A field of an object literal is given once.
///
/// Source: GraphQL specification, October 2021, section 5.6.3.
final class UniqueInputFieldNamesRule: GraphQLRule {
  static let interests: GraphQLInterests = .value

  func enter(value: GraphQLLiteral, _ context: GraphQLValidation) {
    guard case .object(let fields) = value.kind, fields.count > 1 else { return }
    var known: [String: Int] = [:]
    for field in fields {
      if let first = known[field.name] {
        context.report(.value(.duplicateField(field.name)), at: first, field.offset)
      } else {
        known[field.name] = field.offset
      }
    }
  }
}
