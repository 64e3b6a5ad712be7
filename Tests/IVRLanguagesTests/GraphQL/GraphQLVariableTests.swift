import IVRLanguages
import Testing

@Suite struct GraphQLVariableTests {
  private static let sdl = """
    type Query { a(i: Int, f: F, ids: [ID!], one: One, e: E): Int }
    input F { s: String = "def" n: Int! and: [F!] }
    input One @oneOf { a: Int b: Int }
    enum E { A B }
    """

  @Test(
    "variables that do not fit are all reported, with the place inside them",
    arguments: [
      (
        "$i: Int", #"{"i": "5"}"#,
        [#""$i": Expected a whole number of 32 bits for the type "Int" but found "5""#]
      ),
      ("$i: Int!", "{}", [#""$i" of type "Int!" is missing"#]),
      ("$i: Int!", #"{"i": null}"#, [#""$i" of type "Int!" may not be null"#]),
      (
        "$f: F", #"{"f": {"s": 1, "x": 2}}"#,
        [
          #""$f" at "f.s": Expected a string for the type "String" but found 1"#,
          #""$f": The field "n" of type "Int!" is missing in "F""#,
          #""$f": The input type "F" has no field "x"; did you mean "s"?"#,
        ]
      ),
      (
        "$f: F", #"{"f": {"n": 1, "and": [{"n": 1}, {"n": null}]}}"#,
        [#""$f" at "f.and[1].n": Expected a value of type "Int!" but found null"#]
      ),
      ("$f: F", #"{"f": [1]}"#, [#""$f": Expected an object of type "F" but found a list"#]),
      ("$e: E", #"{"e": "a"}"#, [#""$e": "a" is no value of the enum "E"; did you mean "A"?"#]),
      (
        "$one: One", #"{"one": {"a": 1, "b": 2}}"#,
        [#""$one": An object of type "One" takes exactly one field"#]
      ),
    ])
  func faults(definition: String, variables: String, expected: [String]) throws {
    let name = definition.dropFirst().prefix { $0 != ":" }
    let response = GraphQL.execute(
      GraphQLRequest(
        query: "query (\(definition)) { a(\(name): $\(name)) }",
        variables: try JSONText.parse(variables).object ?? [:]),
      schema: try GraphQLSchema(sdl: Self.sdl), resolver: GraphQLPlainResolver(root: .null))
    #expect(response.phase == .request)
    #expect(response.data == nil)
    #expect(response.errors.map(\.message) == expected.map { "The variable " + $0 })
    #expect(response.errors.allSatisfy { $0.position.column == 8 })
  }

  @Test("an operation is chosen by its name", arguments: [nil, "B"])
  func operation(name: String?) throws {
    let request = GraphQLRequest(query: "query A { a } query B { b: a }", operationName: name)
    let response = GraphQL.execute(
      request, schema: try GraphQLSchema(sdl: Self.sdl),
      resolver: GraphQLPlainResolver(root: ["a": 1]))
    let isNamed = name != nil
    #expect(response.errors.map(\.kind) == (isNamed ? [] : [.request(.operationNameRequired)]))
    #expect(response.data == (isNamed ? ["b": 1] : nil))
  }

  @Test("a kind of operation without a type is refused at its place")
  func unsupported() throws {
    let response = GraphQL.execute(
      GraphQLRequest(query: "  mutation { a }"), schema: try GraphQLSchema(sdl: Self.sdl),
      resolver: GraphQLPlainResolver(root: .null))
    #expect(response.errors.map(\.kind) == [.request(.unsupportedOperation("mutation"))])
    #expect(response.errors.map(\.position.column) == [3])
    #expect(response.errors.map(\.classification) == ["OperationNotSupported"])
  }
}
