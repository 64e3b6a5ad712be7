/// Gives the fields of a schema their values.
public protocol GraphQLResolver {
  /// The value of a field.
  ///
  /// Lists are JSON arrays, objects are whatever the resolver wants to find again as
  /// `field.parent` of their fields. Unless implemented: the member of the parent object that has
  /// the name of the field, or null.
  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue

  /// Whether a field is always the member of its parent that has its name.
  ///
  /// Such a field is answered without calling `value(of:)`, which is what makes long lists of plain
  /// rows fast. Asked once for each selected field. Unless implemented: false.
  func isMember(_ field: String, of parentType: String) -> Bool

  /// The name of the object type of a value where the schema says interface or union.
  ///
  /// Unless implemented: the text of its member `__typename`.
  func typeName(of value: JSONValue, in abstractType: String) -> String?
}

extension GraphQLResolver {
  /// The member of the parent object that has the name of the field, or null.
  public func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    field.parentMember
  }

  /// False: every field is asked for.
  public func isMember(_ field: String, of parentType: String) -> Bool { false }

  /// The text of the member `__typename`.
  public func typeName(of value: JSONValue, in abstractType: String) -> String? {
    value["__typename"]?.string
  }
}

/// What a resolver throws when a field has no value; the response carries the message.
public struct GraphQLFieldError: Error, Hashable, Sendable {
  /// The sentence for the client.
  public let message: String

  /// An error with this message.
  public init(_ message: String) {
    self.message = message
  }
}

/// The field whose value is wanted.
public struct GraphQLFieldContext {
  let plan: GraphQLPlannedField
  /// The value of the enclosing object; JSON null for the fields of the root.
  public let parent: JSONValue

  /// The type that has the field.
  public var parentType: String { plan.parentType.name }
  /// The field's name in the schema.
  public var name: String { plan.name }
  /// The key in the response: the alias or the name.
  public var responseName: String { plan.responseName }
  /// The arguments with their types' values; defaults are filled in, missing ones absent.
  public var arguments: JSONObject { plan.arguments }

  /// The fields selected below this one, aliases and fragments resolved.
  ///
  /// Where the field's type is an interface or union, these are the fields for values of the given
  /// object type.
  public func selection(on typeName: String? = nil) -> [GraphQLSelectedField] {
    GraphQLSelectedField(plan: plan).selection(on: typeName)
  }

  /// The member of the parent object that has the name of the field, or null.
  public var parentMember: JSONValue { plan.value(in: parent) }
}

/// A field that a query selects, for resolvers that look ahead.
public struct GraphQLSelectedField {
  let plan: GraphQLPlannedField

  /// The field's name in the schema.
  public var name: String { plan.name }
  /// The key in the response: the alias or the name.
  public var responseName: String { plan.responseName }
  /// The arguments with their types' values.
  public var arguments: JSONObject { plan.arguments }

  /// The fields selected below; see `GraphQLFieldContext`.
  public func selection(on typeName: String? = nil) -> [GraphQLSelectedField] {
    guard let type = plan.objectType(named: typeName), let below = try? plan.selection(on: type)
    else { return [] }
    return below.fields.map { GraphQLSelectedField(plan: $0) }
  }
}
