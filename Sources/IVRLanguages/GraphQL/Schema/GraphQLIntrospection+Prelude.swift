extension GraphQLIntrospection {
  /// The types and directives that every schema has.
  ///
  /// Source: GraphQL specification, October 2021, sections 3.5, 3.13 and 4.2; `oneOf` comes from
  /// the edition of September 2025, as the reference implementations have it.
  static let prelude = #"""
    "Whole numbers of 32 bits."
    scalar Int
    "Double-precision numbers."
    scalar Float
    "Text."
    scalar String
    "true or false."
    scalar Boolean
    "Identifiers, written as text."
    scalar ID

    "Includes this field or fragment only if the argument is true."
    directive @include(
      "Included when true." if: Boolean!
    ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
    "Skips this field or fragment if the argument is true."
    directive @skip(
      "Skipped when true." if: Boolean!
    ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
    "Marks a part of a schema as no longer supported."
    directive @deprecated(
      "Why it should not be used." reason: String = "No longer supported"
    ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
    "Tells where the behaviour of a scalar is specified."
    directive @specifiedBy(
      "The address of the specification." url: String!
    ) on SCALAR
    "Marks an input object of which exactly one field is given."
    directive @oneOf on INPUT_OBJECT

    "What a server can answer."
    type __Schema {
      description: String
      types: [__Type!]!
      queryType: __Type!
      mutationType: __Type
      subscriptionType: __Type
      directives: [__Directive!]!
    }
    "A type, or a list or non-null of one."
    type __Type {
      kind: __TypeKind!
      name: String
      description: String
      specifiedByURL: String
      fields(includeDeprecated: Boolean = false): [__Field!]
      interfaces: [__Type!]
      possibleTypes: [__Type!]
      enumValues(includeDeprecated: Boolean = false): [__EnumValue!]
      inputFields(includeDeprecated: Boolean = false): [__InputValue!]
      ofType: __Type
      isOneOf: Boolean
    }
    "What a type is."
    enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
    "A field of an object or interface."
    type __Field {
      name: String!
      description: String
      args(includeDeprecated: Boolean = false): [__InputValue!]!
      type: __Type!
      isDeprecated: Boolean!
      deprecationReason: String
    }
    "An argument or a field of an input object."
    type __InputValue {
      name: String!
      description: String
      type: __Type!
      defaultValue: String
      isDeprecated: Boolean!
      deprecationReason: String
    }
    "A value of an enum."
    type __EnumValue {
      name: String!
      description: String
      isDeprecated: Boolean!
      deprecationReason: String
    }
    "A directive."
    type __Directive {
      name: String!
      description: String
      isRepeatable: Boolean!
      locations: [__DirectiveLocation!]!
      args(includeDeprecated: Boolean = false): [__InputValue!]!
    }
    "Where a directive may stand."
    enum __DirectiveLocation {
      QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT
      VARIABLE_DEFINITION SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE
      UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION
    }
    """#
}
