/// Objects are selected into, scalars and enums are not.
///
/// Source: GraphQL specification, October 2021, section 5.3.3.
final class ScalarLeafsRule: GraphQLRule {
  static let interests: GraphQLInterests = .field

  func enter(field: GraphQLFieldSyntax, _ context: GraphQLValidation) {
    guard let type = context.type, let definition = context.schema.definition(of: type) else {
      return
    }
    let name = field.name.text
    if definition.kind.isLeaf, let set = field.selectionSet {
      context.report(.field(.selectionNotAllowed(name, type: "\(type)")), at: set.offset)
    } else if !definition.kind.isLeaf, field.selectionSet == nil {
      context.report(.field(.selectionRequired(name, type: "\(type)")), at: field.offset)
    }
  }
}
