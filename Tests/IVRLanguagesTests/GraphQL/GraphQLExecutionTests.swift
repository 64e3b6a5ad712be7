import IVRLanguages
import Testing

@Suite struct GraphQLExecutionTests {
  private static let sdl = """
    type Query { row: Row  rows: [Row]  sure: [Row!]  must: [Row!]!  party: Party  l(l: Long, d: Int = 3, e: E): Long }
    type Row { id: ID! name: String size: Int ratio: Float on: Boolean kind: E row: Row grid: [[Int!]] }
    union Party = Row | Other
    type Other { x: Int }
    scalar Long
    enum E { A B }
    """

  private static func run(
    _ query: String, _ root: JSONValue = .null, variables: JSONObject = [:],
    rules: GraphQLScalarRules = GraphQLScalarRules(["Long": .long])
  ) throws -> GraphQLResponse {
    GraphQL.execute(
      GraphQLRequest(query: query, variables: variables),
      schema: try GraphQLSchema(sdl: sdl, scalars: rules),
      resolver: GraphQLPlainResolver(root: root))
  }

  @Test(
    "an error makes the nearest field null that may be null",
    arguments: [
      ("{ row { id } }", #"{"row": {}}"#, #"{"row":null}"#, "row.id"),
      (
        "{ rows { id } }", #"{"rows": [{"id": 1}, {}]}"#, #"{"rows":[{"id":"1"},null]}"#,
        "rows.1.id"
      ),
      ("{ sure { id } }", #"{"sure": [{"id": 1}, {}]}"#, #"{"sure":null}"#, "sure.1.id"),
      ("{ must { id } }", #"{"must": [{"id": 1}, {}]}"#, "null", "must.1.id"),
      ("{ must { id } }", "{}", "null", "must"),
      ("{ sure { id } }", #"{"sure": [null]}"#, #"{"sure":null}"#, "sure.0"),
      (
        "{ row { name } }", #"{"row": {"name": {"error": "x"}}}"#, #"{"row":{"name":null}}"#,
        "row.name"
      ),
      ("{ row { size } }", #"{"row": {"size": 1.5}}"#, #"{"row":{"size":null}}"#, "row.size"),
      ("{ row { kind } }", #"{"row": {"kind": "C"}}"#, #"{"row":{"kind":null}}"#, "row.kind"),
      ("{ rows { id } }", #"{"rows": 3}"#, #"{"rows":null}"#, "rows"),
      (
        "{ row { grid } }", #"{"row": {"grid": [[1], [null]]}}"#, #"{"row":{"grid":[[1],null]}}"#,
        "row.grid.1.0"
      ),
      ("{ party { __typename } }", #"{"party": {}}"#, #"{"party":null}"#, "party"),
      (
        "{ party { __typename } }", #"{"party": {"__typename": "Nope"}}"#, #"{"party":null}"#,
        "party"
      ),
    ])
  func nullPropagation(query: String, root: String, data: String, path: String) throws {
    let response = try Self.run(query, try JSONText.parse(root))
    #expect(response.phase == .execution)
    #expect(response.data.map { JSONText.print($0) } == data)
    let paths = response.errors.map { error in
      (error.path ?? []).map { step in
        switch step {
        case .key(let key): key
        case .index(let place): String(place)
        }
      }.joined(separator: ".")
    }
    #expect(paths == [path])
  }

  @Test("values are written as their types say")
  func leaves() throws {
    let response = try Self.run(
      "{ row { id name size ratio on kind row { __typename } grid } }",
      [
        "row": [
          "id": 7, "name": true, "size": "5", "ratio": 3, "on": 1, "kind": "A", "row": [:],
          "grid": [[1], []],
        ]
      ])
    #expect(
      response.json == [
        "data": [
          "row": [
            "id": "7", "name": "true", "size": 5, "ratio": .number(JSONNumber(text: "3.0")),
            "on": true, "kind": "A", "row": ["__typename": "Row"], "grid": [[1], []],
          ]
        ]
      ])
  }

  @Test("an error is written with message, places and path, before the data")
  func json() throws {
    let response = try Self.run(
      "{ rows { n: name n: name } }",
      [
        "rows": [["name": "a"], ["name": ["error": "boom"]]]
      ])
    #expect(
      response.json == [
        "errors": [
          [
            "message": "boom",
            "locations": [["line": 1, "column": 10], ["line": 1, "column": 18]],
            "path": ["rows", 1, "n"],
          ]
        ], "data": ["rows": [["n": "a"], ["n": nil]]],
      ])
    #expect(response.json.object?.keys == ["errors", "data"])
  }

  @Test("a variable that is null for a non-null argument fails the field, not the request")
  func nullVariable() throws {
    let response = try Self.run(
      "query ($b: Boolean = true) { row { id @skip(if: $b) name } rows { id } }",
      ["row": ["id": 1]], variables: ["b": nil])
    #expect(response.phase == .execution)
    #expect(response.data == ["row": nil, "rows": nil])
    #expect(response.errors.map(\.positions.first?.column) == [49])
  }

  @Test(
    "what a scalar takes is the schema's choice",
    arguments: [
      ("{ l(l: 5) }", "5", "5"), ("{ l(l: \"5\") }", "-", "5"), ("{ l(l: 5.0) }", "-", "5"),
      ("{ l(l: \"x\") }", "-", "-"), ("{ l(l: 9223372036854775808) }", "-", "-"),
      ("{ l(e: A) }", "A", "A"), ("{ l(e: \"A\") }", "-", "A"), ("{ l(e: \"C\") }", "-", "-"),
    ])
  func scalarRules(query: String, strict: String, lenient: String) throws {
    let rules = GraphQLScalarRules(["Long": .lenientLong], enumsTakeStrings: true)
    let schemas = [
      try GraphQLSchema(sdl: Self.sdl, scalars: GraphQLScalarRules(["Long": .long])),
      try GraphQLSchema(sdl: Self.sdl, scalars: rules),
    ]
    let found = schemas.map { schema in
      let seen = GraphQLArgumentSpy()
      let response = GraphQL.execute(
        GraphQLRequest(query: query), schema: schema, resolver: seen)
      guard response.phase == .ok else { return "-" }
      let value = seen.arguments.first?["l"] ?? seen.arguments.first?["e"] ?? .null
      return value.string ?? value.number?.text ?? "?"
    }
    #expect(found == [strict, lenient])
  }

  @Test("arguments come in the schema's order with their defaults")
  func arguments() throws {
    let seen = GraphQLArgumentSpy()
    let request = GraphQLRequest(
      query: "query ($d: Int, $e: E) { l(e: $e, l: 1, d: $d) b: l(d: null) }",
      variables: ["e": "B"])
    _ = GraphQL.execute(
      request,
      schema: try GraphQLSchema(sdl: Self.sdl, scalars: GraphQLScalarRules(["Long": .long])),
      resolver: seen)
    #expect(seen.arguments == [["l": 1, "d": 3, "e": "B"], ["d": nil]])
    #expect(seen.arguments.first?.keys == ["l", "d", "e"])
  }

  @Test("a resolver can look ahead")
  func selection() throws {
    let seen = GraphQLArgumentSpy()
    let query = """
      { rows { n: name ...F row { id } size @skip(if: true) } party { ... on Row { id } } }
      fragment F on Row { kind row { size } }
      """
    _ = GraphQL.execute(
      GraphQLRequest(query: query), schema: try GraphQLSchema(sdl: Self.sdl), resolver: seen)
    #expect(seen.selections == ["n:name kind:kind row:row(size:size id:id)", ""])
  }
}

/// Keeps what fields were asked with.
private final class GraphQLArgumentSpy: GraphQLResolver {
  var arguments: [JSONObject] = []
  var selections: [String] = []

  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    arguments.append(field.arguments)
    selections.append(Self.shown(field.selection()))
    return .null
  }

  private static func shown(_ fields: [GraphQLSelectedField]) -> String {
    fields.map { field in
      let below = shown(field.selection())
      return "\(field.responseName):\(field.name)" + (below.isEmpty ? "" : "(\(below))")
    }.joined(separator: " ")
  }
}

extension GraphQLExecutionTests {
  @Test("a prepared query is executed with other variables each time")
  func prepared() throws {
    let schema = try GraphQLSchema(sdl: "type Query { a(i: Int): Int }")
    let query = GraphQLPreparedQuery("query ($i: Int!) { a(i: $i) }", schema: schema)
    let found = [1, 2].map { number in
      query.execute(variables: ["i": .integer(number)], resolver: GraphQLEchoResolver()).data
    }
    #expect(found == [["a": 1], ["a": 2]])
    #expect(query.execute(resolver: GraphQLEchoResolver()).phase == .request)
    let wrong = GraphQLPreparedQuery("{ b }", schema: schema)
    #expect(wrong.errors.count == 1)
    #expect(wrong.execute(resolver: GraphQLEchoResolver()).phase == .validation)
  }

  @Test("plain members need no resolver, and only those that are announced are taken")
  func members() throws {
    let schema = try GraphQLSchema(
      sdl: "type Query { rows: [Row!] } type Row { a: Int b: String c: Float d: Row }")
    let rows: JSONValue = [
      ["a": 1, "b": "x", "c": 2], ["c": 3, "b": "y", "a": 2, "d": ["a": 3]], ["b": 5, "a": "x"],
    ]
    let response = GraphQL.execute(
      GraphQLRequest(query: "{ rows { a b c d { a } } }"), schema: schema,
      resolver: GraphQLMemberResolver(rows: rows))
    #expect(
      JSONText.print(response.data ?? .null) == """
        {"rows":[{"a":1,"b":"asked","c":2.0,"d":null},\
        {"a":2,"b":"asked","c":3.0,"d":{"a":3}},{"a":null,"b":"asked","c":null,"d":null}]}
        """)
    #expect(response.errors.map(\.path) == [[.key("rows"), .index(2), .key("a")]])
  }
}

/// Gives back the argument.
private struct GraphQLEchoResolver: GraphQLResolver {
  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    field.arguments["i"] ?? .null
  }
}

/// Rows of which only `b` is asked for.
private struct GraphQLMemberResolver: GraphQLResolver {
  let rows: JSONValue

  func isMember(_ field: String, of parentType: String) -> Bool {
    parentType == "Row" && field != "b"
  }

  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    field.name == "rows" ? rows : "asked"
  }
}
