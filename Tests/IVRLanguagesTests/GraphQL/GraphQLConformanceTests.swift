import IVRCore
import IVRLanguages
import Testing

@Suite struct GraphQLConformanceTests {
  private static let folder = "conformance/graphql/"

  @Test("all cases of graphql-core give the same phase, errors and data, as value and as text")
  func cases() throws {
    guard let cases = GraphQLTestFiles.text(Self.folder + "cases.jsonl"),
      let sdl = GraphQLTestFiles.text(Self.folder + "schema.graphql"),
      let data = GraphQLTestFiles.text(Self.folder + "data.json")
    else { return print("GraphQL conformance: SKIPPED, no files in \(Self.folder)") }
    let schema = try GraphQLSchema(sdl: sdl, scalars: GraphQLScalarRules(["Long": .long]))
    let world = TaskListResolver(tasks: try JSONText.parse(data).array ?? [])
    let lines = cases.split(separator: "\n")
    let failures = try lines.compactMap { line in
      try Self.failure(of: JSONText.parse(String(line)), schema, world)
    }
    print("GRAPHQL CONFORMANCE: \(lines.count - failures.count) of \(lines.count)")
    for failure in failures { print(failure) }
    #expect(failures.isEmpty)
  }

  @Test("the kitchen sink prints back and its print is stable")
  func kitchenSink() throws {
    guard let text = GraphQLTestFiles.text(Self.folder + "kitchen-sink.graphql") else {
      return print("GraphQL kitchen sink: SKIPPED, no file in \(Self.folder)")
    }
    let printed = try GraphQLDocument(text).printed
    #expect(try GraphQLDocument(printed).printed == printed)
    // An anonymous query is printed in its short form.
    let source = text.replacing("query {", with: "{")
    #expect(Self.tokens(printed) == Self.tokens(source))
  }

  /// Files with `{{…}}` or `{from}` are templates and no GraphQL before they are filled in.
  @Test("every real query without a placeholder parses and prints back")
  func corpus() throws {
    let folder = "corpus/graphql-queries/"
    let names = GraphQLTestFiles.names(folder).filter { $0.hasSuffix(".graphql") }
    let queries = names.compactMap { GraphQLTestFiles.text(folder + $0) }
      .filter { !$0.contains("{{") && !$0.contains(#/:\s*\{\w+\}/#) }
    for query in queries {
      let printed = try GraphQLDocument(query).printed
      #expect(try GraphQLDocument(printed).printed == printed)
    }
    print("GRAPHQL CORPUS: \(queries.count) of \(queries.count)")
  }

  /// What differs between a case and what this engine gives.
  private static func failure(
    of test: JSONValue, _ schema: GraphQLSchema, _ world: TaskListResolver
  ) -> String? {
    let request = GraphQLRequest(
      query: test["query"]?.string ?? "", variables: test["variables"]?.object ?? [:],
      operationName: test["operationName"]?.string)
    let response = GraphQL.execute(request, schema: schema, resolver: world)
    let expected = test["response"] ?? .null
    let isEqual =
      response.phase.rawValue == test["phase"]?.string
      && places(response.json) == places(expected)
      && same(response.json["data"], expected["data"])
      && GraphQL.executeText(request, schema: schema, resolver: world).text
        == JSONText.print(response.json)
    guard !isEqual else { return nil }
    return """
      \(test["id"]?.string ?? "?"): \(request.query)
        expected \(test["phase"]?.string ?? "") \(JSONText.print(expected))
        got      \(response.phase) \(JSONText.print(response.json))
      """
  }

  /// The errors without their wording.
  private static func places(_ response: JSONValue) -> [JSONValue] {
    (response["errors"]?.array ?? []).map {
      ["locations": $0["locations"] ?? .null, "path": $0["path"] ?? .null]
    }
  }

  private static func same(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    switch (left, right) {
    case (.number(let first), .number(let second)):
      first.double == second.double && first.int64 == second.int64
    case (.array(let first), .array(let second)):
      first.count == second.count && zip(first, second).allSatisfy { same($0, $1) }
    case (.object(let first), .object(let second)):
      first.keys == second.keys && first.keys.allSatisfy { same(first[$0], second[$0]) }
    default: left == right
    }
  }

  /// The text without blanks, commas and the indentation of its block string.
  private static func tokens(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && $0 != "," })
  }
}
