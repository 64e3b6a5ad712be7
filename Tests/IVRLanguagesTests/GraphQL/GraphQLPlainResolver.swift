import IVRLanguages

/// Answers the fields of the root from one object and all others from their parents.
///
/// A value `{"error": "…"}` of a field makes the field fail with that message.
struct GraphQLPlainResolver: GraphQLResolver {
  let root: JSONValue

  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    let value = field.parent.isNull ? root[field.name] ?? .null : field.parentMember
    if let message = value["error"]?.string { throw GraphQLFieldError(message) }
    return value
  }
}
