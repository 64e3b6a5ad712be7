import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct GraphQLLimitsTests {
  private static let sdl = """
    type Query { a: Query b: Query i(f: F): Int }
    input F { f: F l: [[[[Int]]]] j: JSON }
    scalar JSON
    """

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(
    "too much is refused with an error of its own",
    arguments: [
      ("deep selections", GraphQLLimitFault.depth(50), repeated("{a", 10_000)),
      ("a deep list", .depth(50), "{ i(f: " + repeated("[", 10_000)),
      ("a deep object", .depth(50), "{ i(f: " + repeated("{f:", 10_000)),
      ("a deep type", .depth(50), "query ($a: " + repeated("[", 10_000)),
      ("many tokens", .tokens(50_000), "{" + repeated(" a", 50_000) + "}"),
      ("many bytes", .documentBytes(1_048_576), "#" + repeated("a", 1_048_576)),
      ("many selections", .selections(10_000), "{" + repeated(" i", 10_001) + "}"),
      ("fields repeated", .comparisons(250_000), "{" + repeated(" i", 1_000) + "}"),
      (
        "fragments that multiply", .selections(10_000),
        "{ ...F0 }"
          + (0..<20).map { "fragment F\($0) on Query { a {...F\($0 + 1)} b {...F\($0 + 1)} }" }
          .joined() + "fragment F20 on Query { i }"
      ),
      (
        "fragments in a long row", .depth(50),
        "{ ...F0 }"
          + (0..<200).map { "fragment F\($0) on Query { ...F\($0 + 1) }" }.joined()
          + "fragment F200 on Query { i }"
      ),
    ])
  func refused(name: String, fault: GraphQLLimitFault, query: String) throws {
    let response = GraphQL.execute(
      GraphQLRequest(query: query), schema: try GraphQLSchema(sdl: Self.sdl),
      resolver: GraphQLPlainResolver(root: .null))
    #expect(response.errors.map(\.kind) == [.limit(fault)], "\(name)")
    #expect(response.data == nil)
  }

  @Test("a response that multiplies is ended, and aliases of the root are counted")
  func responses() throws {
    let schema = try GraphQLSchema(sdl: "type Query { l: [Query] i: Int }")
    let deep = Self.repeated("{l", 30) + "{i}" + Self.repeated("}", 30)
    let results = GraphQL.execute(
      GraphQLRequest(query: deep), schema: schema, resolver: GraphQLEndlessResolver(),
      limits: GraphQLLimits(results: 50_000))
    #expect(results.errors.map(\.kind) == [.limit(.results(50_000))])
    #expect(results.data == .null)
    let aliases = "{" + (0..<201).map { " a\($0): i" }.joined() + "}"
    let roots = GraphQL.execute(
      GraphQLRequest(query: aliases), schema: schema, resolver: GraphQLEndlessResolver())
    #expect(roots.errors.map(\.kind) == [.limit(.rootFields(200))])
  }

  @Test("introspection that multiplies is ended")
  func introspection() throws {
    let sdl = "type Query { i(f: F): Int } input F { a: F b: F c: F d: F }"
    let query =
      "{__type(name:\"F\"){" + Self.repeated("inputFields{type{", 20) + "name"
      + Self.repeated("}}", 20) + "}}"
    let response = GraphQL.execute(
      GraphQLRequest(query: query), schema: try GraphQLSchema(sdl: sdl),
      resolver: GraphQLEndlessResolver(), limits: GraphQLLimits(results: 20_000))
    #expect(response.errors.map(\.kind) == [.limit(.results(20_000))])
  }

  @Test("what is just within the limits is answered on a small stack")
  func deepest() throws {
    let schema = try GraphQLSchema(sdl: Self.sdl)
    let queries = [
      Self.repeated("{a", 49) + "{i}" + Self.repeated("}", 49),
      "{ i(f: " + Self.repeated("{f:", 49) + "null" + Self.repeated("}", 49) + ") }",
      "{ i(f: {j: " + Self.repeated("[", 47) + Self.repeated("]", 47) + "}) }",
    ]
    for query in queries {
      let phase = SmallStack.run {
        GraphQL.execute(
          GraphQLRequest(query: query), schema: schema, resolver: GraphQLEndlessResolver()
        ).phase
      }
      #expect(phase == .ok)
      let isStable = SmallStack.run { () -> Bool in
        guard let printed = try? GraphQLDocument(query).printed else { return false }
        return (try? GraphQLDocument(printed).printed) == printed
      }
      #expect(isStable == true)
    }
  }

  @Test("a variable nested too deeply is refused")
  func deepVariable() throws {
    let value = (0..<5_000).reduce(JSONValue.null) { inner, _ in ["f": inner] }
    let response = GraphQL.execute(
      GraphQLRequest(query: "query ($f: F) { i(f: $f) }", variables: ["f": value]),
      schema: try GraphQLSchema(sdl: Self.sdl), resolver: GraphQLEndlessResolver())
    #expect(response.errors.count == 1)
    #expect(response.phase == .request)
    Self.dismantle(value)
  }

  @Test("validation stops at a hundred errors")
  func manyErrors() throws {
    let errors = GraphQL.validate(
      try GraphQLDocument("{" + (0..<500).map { " x\($0)" }.joined() + "}"),
      schema: try GraphQLSchema(sdl: Self.sdl))
    #expect(errors.count == 101)
    #expect(errors.last?.kind == .limit(.errors(100)))
  }

  /// Takes a deep value apart from the outside, so that freeing it does not recurse.
  private static func dismantle(_ value: JSONValue) {
    var next: JSONValue? = value
    while let object = next { next = object["f"] }
  }
}

/// Every object has every field.
private struct GraphQLEndlessResolver: GraphQLResolver {
  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    switch field.name {
    case "i": 1
    case "l": [[:], [:], [:]]
    default: [:]
    }
  }
}
