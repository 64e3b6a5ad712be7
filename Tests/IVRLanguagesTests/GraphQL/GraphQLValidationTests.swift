import IVRLanguages
import Testing

@Suite struct GraphQLValidationTests {
  private static let sdl = """
    type Query { task(id: ID!, kind: Kind, filter: Filter): Task  node: Node  party: Party  echo(s: String, n: [Int!]): String }
    type Subscription { a: Int b: Int }
    interface Node { id: ID }
    type Task implements Node { id: ID status: String queue: Queue }
    type Queue implements Node { id: ID name: String size: Int }
    union Party = Task | Queue
    enum Kind { telephony chat }
    input Filter { status: String! and: [Filter!] }
    input One @oneOf { a: Int b: Int }
    extend type Query { one(one: One): Int }
    """

  @Test(
    "a fault is reported with its graphql-java name and all its places",
    arguments: [
      ("type A { a: Int }", "NonExecutableDefinition 1:1"),
      ("query A { __typename } query A { __typename }", "DuplicateOperationName 1:7 1:30"),
      ("{ __typename } query A { __typename }", "LoneAnonymousOperationViolation 1:1"),
      ("subscription { a b }", "SubscriptionMultipleRootFields 1:18"),
      ("subscription { __typename }", "SubscriptionMultipleRootFields 1:16"),
      ("query ($a: Taks) { echo(s: $a) }", "UnknownType 1:12"),
      ("{ node { ... on Kind { id } } }", "InlineFragmentTypeConditionInvalid 1:17"),
      ("{ node { ...F } } fragment F on Filter { id }", "FragmentTypeConditionInvalid 1:33"),
      (
        "query ($a: [Task]) { echo(s: $a) }",
        "NonInputTypeOnVariable 1:12, VariableTypeMismatch 1:8 1:30"
      ),
      ("{ node }", "SubselectionRequired 1:3"),
      ("{ echo { a } }", "SubselectionNotAllowed 1:8"),
      ("{ task(id: 1) { stauts } }", "FieldUndefined 1:17"),
      (
        "{ ...F ...F } fragment F on Query { echo } fragment F on Query { echo }",
        "DuplicateFragmentName 1:24 1:53"
      ),
      ("{ ...F }", "UndefinedFragment 1:6"),
      ("{ echo } fragment F on Query { echo }", "UnusedFragment 1:10"),
      ("{ task(id: 1) { ... on Queue { id } } }", "InvalidFragmentType 1:17"),
      ("{ ...F } fragment F on Query { ...F }", "FragmentCycle 1:32"),
      (
        "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
        "FragmentCycle 1:32 1:61"
      ),
      (
        "query ($a: Int, $a: Int) { echo(n: [$a]) }",
        "DuplicateVariableName 1:9 1:18, VariableTypeMismatch 1:17 1:37"
      ),
      ("query Q { echo(s: $a) }", "UndefinedVariable 1:19 1:1"),
      (
        "query ($a: String) { ...F } fragment F on Query { echo(s: $b) }",
        "UndefinedVariable 1:59 1:1, UnusedVariable 1:8"
      ),
      ("{ echo @inclde }", "UnknownDirective 1:8"),
      ("{ echo @deprecated }", "MisplacedDirective 1:8"),
      ("{ echo @skip(if: true) @skip(if: true) }", "DuplicateDirectiveName 1:8 1:24"),
      ("{ echo(t: 1) }", "UnknownArgument 1:8"),
      ("{ echo @skip(if: true, t: 1) }", "UnknownArgument 1:24"),
      ("{ echo @skip }", "MissingDirectiveArgument 1:8"),
      ("{ echo(s: \"a\", s: \"a\") }", "DuplicateArgumentNames 1:8 1:16"),
      ("{ task { id } }", "MissingFieldArgument 1:3"),
      ("{ task(id: null) { id } }", "WrongType 1:12"),
      ("{ task(id: 1, kind: \"chat\") { id } }", "WrongType 1:21"),
      ("{ task(id: 1, filter: {and: [{}]}) { id } }", "WrongType 1:23, WrongType 1:30"),
      ("{ task(id: 1, filter: {status: \"a\", stats: 1}) { id } }", "WrongType 1:37"),
      (
        "{ task(id: 1, filter: {status: \"a\", status: \"a\"}) { id } }",
        "UniqueObjectFieldName 1:24 1:37"
      ),
      ("{ echo(n: [[1]]) }", "WrongType 1:12"),
      ("{ one(one: {a: 1, b: 2}) }", "WrongType 1:12"),
      ("query ($a: Int) { echo(s: $a) }", "VariableTypeMismatch 1:8 1:27"),
      ("{ a: echo a: node { id } }", "FieldsConflict 1:3 1:11"),
      (
        "{ party { ... on Task { x: status } ... on Queue { x: size } } }",
        "FieldsConflict 1:25 1:52"
      ),
      ("{ node { id } node { id: __typename } }", "FieldsConflict 1:3 1:10 1:15 1:22"),
    ])
  func fault(query: String, expected: String) throws {
    let errors = GraphQL.validate(
      try GraphQLDocument(query), schema: try GraphQLSchema(sdl: Self.sdl))
    let found = errors.map { error in
      ([error.validationType ?? ""] + error.positions.map { "\($0.line):\($0.column)" })
        .joined(separator: " ")
    }
    #expect(found.joined(separator: ", ") == expected)
    #expect(errors.allSatisfy { $0.classification == "ValidationError" })
  }

  @Test(
    "a valid document has no fault",
    arguments: [
      "query Q($k: Kind = chat, $i: ID!) { task(id: $i, kind: $k) { id } }",
      "{ party { ... on Task { x: status } ... on Queue { x: name } } }",
      "query ($s: String!) { task(id: 1, filter: {status: $s, and: {status: \"a\"}}) { id } }",
      "{ ...F ... @include(if: true) { echo } } fragment F on Query { echo }",
      "{ echo(n: 1) b: echo(n: []) one(one: {a: 1}) __schema { types { name } } }",
    ])
  func valid(query: String) throws {
    let schema = try GraphQLSchema(sdl: Self.sdl)
    #expect(GraphQL.validate(try GraphQLDocument(query), schema: schema) == [])
  }

  @Test(
    "a message names what was meant",
    arguments: [
      (
        "{ task(id: 1) { stauts } }",
        "Cannot query field \"stauts\" on type \"Task\"; did you mean \"status\"?"
      ),
      (
        "{ node { name } }",
        "Cannot query field \"name\" on type \"Node\"; "
          + "did you mean an inline fragment on \"Queue\"?"
      ),
      (
        "{ task(id: 1, knd: chat) { id } }",
        "Unknown argument \"knd\" on \"Query.task\"; did you mean \"kind\"?"
      ),
      (
        "{ task(id: 1, kind: \"chat\") { id } }",
        "\"chat\" is no value of the enum \"Kind\"; did you mean \"chat\"?"
      ),
      ("{ echo(s: chat) }", "Expected a string for the type \"String\" but found chat"),
      ("{ echo @inclde(if: true) }", "Unknown directive \"@inclde\"; did you mean \"include\"?"),
      (
        "{ a: echo a: node { id } }",
        "Fields \"a\" conflict because \"echo\" and \"node\" are different fields; "
          + "use different aliases"
      ),
    ])
  func message(query: String, expected: String) throws {
    let schema = try GraphQLSchema(sdl: Self.sdl)
    let errors = GraphQL.validate(try GraphQLDocument(query), schema: schema)
    #expect(errors.map(\.message) == [expected])
  }

  @Test("a fault knows the fields around it")
  func fieldPath() throws {
    let schema = try GraphQLSchema(sdl: Self.sdl)
    let errors = GraphQL.validate(
      try GraphQLDocument("{ t: task(id: 1) { queue { nam } } }"), schema: schema)
    #expect(errors.map(\.fieldPath) == [["task", "queue", "nam"]])
    #expect(
      errors.first?.excerpt == "{ t: task(id: 1) { queue { nam } } }\n"
        + String(
          repeating: " ", count: 27) + "^")
  }
}
