import IVRLanguages
import Testing

@Suite struct GraphQLIntrospectionTests {
  private static let sdl = """
    "What can be asked."
    type Query { "A task." task("Which." id: ID! = "t1", kinds: [Kind!] = [A]): Node! old: Int @deprecated(reason: "gone") }
    interface Node { id: ID }
    type Task implements Node { id: ID }
    enum Kind { A B @deprecated }
    scalar Time @specifiedBy(url: "https://example.org/time")
    input Filter { time: Time = null kind: Kind = A }
    extend type Query { find(filter: Filter): Int }
    """

  private static func data(_ query: String) throws -> JSONValue? {
    let response = GraphQL.execute(
      GraphQLRequest(query: query), schema: try GraphQLSchema(sdl: sdl),
      resolver: GraphQLPlainResolver(root: .null))
    #expect(response.errors == [])
    return response.data
  }

  @Test("fields tell their arguments, types and defaults; deprecated ones only when asked")
  func fields() throws {
    let found = try Self.data(
      """
      { __type(name: "Query") { description
        fields { name description args { name defaultValue type { ...T } } type { ...T } }
        all: fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }
      fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { name } } } }
      """)
    let type = found?["__type"]
    #expect(type?["description"] == "What can be asked.")
    #expect(type?["fields"]?.array?.map { $0["name"] } == ["task", "find"])
    let task = type?["fields"]?[0]
    #expect(task?["args"]?[0]?["defaultValue"] == "\"t1\"")
    #expect(task?["args"]?[1]?["defaultValue"] == "[A]")
    #expect(
      task?["args"]?[1]?["type"] == [
        "kind": "LIST", "name": nil,
        "ofType": [
          "kind": "NON_NULL", "name": nil,
          "ofType": ["kind": "ENUM", "name": "Kind", "ofType": nil],
        ],
      ])
    #expect(
      type?["all"]?[1] == ["name": "old", "isDeprecated": true, "deprecationReason": "gone"])
  }

  @Test(
    "each kind of type tells its own parts",
    arguments: [
      (
        "Node", "kind possibleTypes { name } enumValues { name }",
        #"{"kind":"INTERFACE","possibleTypes":[{"name":"Task"}],"enumValues":null}"#
      ),
      (
        "Task", "interfaces { name } inputFields { name }",
        #"{"interfaces":[{"name":"Node"}],"inputFields":null}"#
      ),
      (
        "Kind", "enumValues { name } all: enumValues(includeDeprecated: true) { name }",
        #"{"enumValues":[{"name":"A"}],"all":[{"name":"A"},{"name":"B"}]}"#
      ),
      (
        "Time", "kind specifiedByURL fields { name }",
        #"{"kind":"SCALAR","specifiedByURL":"https://example.org/time","fields":null}"#
      ),
      (
        "Filter", "isOneOf inputFields { defaultValue }",
        #"{"isOneOf":false,"inputFields":[{"defaultValue":"null"},{"defaultValue":"A"}]}"#
      ),
      ("Nope", "name", "null"),
    ])
  func types(name: String, selection: String, expected: String) throws {
    let found = try Self.data("{ __type(name: \"\(name)\") { \(selection) } }")
    #expect(JSONText.print(found?["__type"] ?? .bool(false)) == expected)
  }

  @Test("the schema tells its roots, types and directives")
  func schema() throws {
    let found = try Self.data(
      """
      { __schema { queryType { name } mutationType { name } types { name }
        directives { name isRepeatable locations args { name } } } }
      """)?["__schema"]
    #expect(found?["queryType"] == ["name": "Query"])
    #expect(found?["mutationType"]?.isNull == true)
    let names = found?["types"]?.array?.compactMap { $0["name"]?.string } ?? []
    #expect(names.prefix(5) == ["Query", "Node", "ID", "Kind", "Int"])
    #expect(names.contains("__DirectiveLocation"))
    #expect(
      found?["directives"]?.array?.map { $0["name"] }
        == ["include", "skip", "deprecated", "specifiedBy", "oneOf"])
  }
}
