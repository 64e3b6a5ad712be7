/// Selected fields exist on the type they are selected on.
///
/// Source: GraphQL specification, October 2021, section 5.3.1.
final class FieldsOnCorrectTypeRule: GraphQLRule {
  static let interests: GraphQLInterests = .field

  func enter(field: GraphQLFieldSyntax, _ context: GraphQLValidation) {
    let name = field.name.text
    guard let parent = context.parentType else { return }
    if context.field == nil {
      let types = typesWith(name, parent, context)
      let near = context.suggestion(for: name, in: types.isEmpty ? parent.fields.names : [])
      context.report(
        .field(.unknown(name, type: parent.name, suggestion: near, onTypes: types)),
        at: field.offset)
    }
  }

  /// The types that a value of an interface or union can have and that do have the field.
  private func typesWith(
    _ name: String, _ type: GraphQLTypeDefinition, _ context: GraphQLValidation
  ) -> [String] {
    guard type.kind.isAbstract else { return [] }
    return context.schema.possibleTypes(of: type).filter {
      context.schema.type($0)?.fields[name] != nil
    }
  }
}
