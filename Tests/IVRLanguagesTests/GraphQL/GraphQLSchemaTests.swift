import IVRLanguages
import Testing

@Suite struct GraphQLSchemaTests {
  typealias Fault = GraphQLSchemaFault

  @Test(
    "a fault of a schema has a kind, a line and a column",
    arguments: [
      ("{ a }", Fault.executableDefinition, 1, 1),
      ("type A { a: Int }", .noQuery, 1, 1),
      ("type Query { a: Int }\ntype Query { b: Int }", .duplicateType("Query"), 2, 6),
      ("directive @a on FIELD directive @a on FIELD", .duplicateType("@a"), 1, 34),
      ("type Query { a: Int a: Int }", .duplicateMember("a", of: "Query"), 1, 21),
      ("enum E { A A } type Query { a: E }", .duplicateMember("A", of: "E"), 1, 12),
      ("type Query { a(b: Int b: Int): Int }", .duplicateMember("b", of: "Query.a"), 1, 23),
      ("type Query", .emptyType("Query"), 1, 6),
      ("type Query { a: I } input I { a: Int }", .notOutputType("I", at: "Query.a"), 1, 17),
      ("type Query { a(b: [Query!]): Int }", .notInputType("Query", at: "Query.a(b)"), 1, 20),
      (
        "type Query implements A { a: Int } type A { a: Int }",
        .notInterface("A", of: "Query"), 1, 23
      ),
      (
        "type Query implements A { a: Int } interface A { b: Int }",
        .interfaceField("b", interface: "A", type: "Query"), 1, 6
      ),
      (
        "type Query implements A { a: Int } interface A { a: Int! }",
        .interfaceField("a", interface: "A", type: "Query"), 1, 27
      ),
      ("union U = Query | E enum E { A } type Query { a: U }", .notObject("E", at: "U"), 1, 19),
      ("type Query { a(b: Int = \"x\"): Int }", .badDefault("Query.a(b)", type: "Int"), 1, 25),
      (
        "schema { query: A } type A { a: Int } schema { query: A }",
        .duplicateRoot("schema"), 1, 39
      ),
      ("schema { query: E } enum E { A }", .notObject("E", at: "query"), 1, 1),
      ("extend type A { a: Int } type Query { a: Int }", .unknownExtension("A"), 1, 13),
    ])
  func fault(sdl: String, kind: Fault, line: Int, column: Int) throws {
    let error = try #require(throws: GraphQLError.self) { try GraphQLSchema(sdl: sdl) }
    #expect(error.kind == .schema(kind))
    #expect([error.position.line, error.position.column] == [line, column])
  }

  @Test("an unknown type is named with the one that was meant")
  func unknownType() throws {
    let error = try #require(throws: GraphQLError.self) {
      try GraphQLSchema(sdl: "type Query { a: Taks }\ntype Task { a: Int }")
    }
    #expect(error.message == "There is no type \"Taks\"; did you mean \"Task\"?")
    #expect([error.position.line, error.position.column] == [1, 17])
  }

  @Test("extensions add to what they extend")
  func extensions() throws {
    let schema = try GraphQLSchema(
      sdl: """
        extend type Query { b: E }
        type Query { a: Int }
        enum E { A }
        extend enum E { B }
        """)
    let response = GraphQL.execute(
      GraphQLRequest(query: "{ __type(name: \"E\") { enumValues { name } } a b }"), schema: schema,
      resolver: GraphQLPlainResolver(root: ["a": 1, "b": "B"]))
    #expect(
      response.json == [
        "data": [
          "__type": ["enumValues": [["name": "A"], ["name": "B"]]], "a": 1, "b": "B",
        ]
      ])
  }
}
