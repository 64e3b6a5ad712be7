import Glibc
import IVRCore
import IVRLanguages

/// The parsers and evaluators that are fuzzed.
enum FuzzTarget: String, CaseIterable {
  case json, template, jsonpath, graphql, ssml, phone, flow, lab, scenario

  /// Feeds one input; whatever does not hold is a crash.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .json: Self.json(bytes)
    case .template: Self.template(Self.text(bytes))
    case .jsonpath: Self.jsonpath(Self.text(bytes))
    case .graphql: Self.graphql(Self.text(bytes))
    case .ssml: Self.ssml(Self.text(bytes))
    case .phone: Self.phone(Self.text(bytes))
    case .flow: _ = FlowLoader.load(file: "fuzz.json", bytes: bytes)
    case .lab: _ = LabLoader.load(file: "lab.json", bytes: bytes)
    case .scenario: _ = ScenarioParser.parse(file: "fuzz.scenario", bytes: bytes)
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// What is printed reads back as the same value.
  private static func json(_ bytes: [UInt8]) {
    do throws(JSONError) {
      let value = try JSONText.parse(bytes: bytes)
      let again = try JSONText.parse(JSONText.print(value))
      let pretty = try JSONText.parse(JSONText.printPretty(value))
      require(again == value && pretty == value, "JSON prints as something else")
      for key in value.object?.keys ?? [] { _ = JSONText.locate([.key(key)], in: bytes) }
    } catch {
      check(error, in: bytes.count)
    }
  }

  private static let variables: JSONObject = [
    "x": "+14085551234", "n": nil, "i": 5, "s": "5", "f": "false", "e": "", "neg": -7,
    "d": .number(JSONNumber(2.5)), "l": ["A", "B", "ME"], "m": ["k": 1, "z": "q"],
    "now": "2025-02-06T21:09:02.712Z[UTC]", "deep": ["a": [["b": [1, 2, 3]]]], "t": true,
    "word": "Zoë 中😀", "json": "{\"a\":[1,{\"b\":null}]}", "big": 9_007_199_254_740_993,
  ]

  private static func template(_ source: String) {
    let scope = ExpressionScope(variables, now: 1_738_876_142_712)
    let java = ExpressionScope(variables, now: 0, reading: .java)
    let strict = TemplateDialect(version: .v3, strictVariables: true, autoescape: true)
    render(source, .pebble41, scope)
    render(source, strict, java)
  }

  private static func render(
    _ source: String, _ dialect: TemplateDialect, _ scope: ExpressionScope
  ) {
    do throws(TemplateError) {
      let template = try Template(source, dialect: dialect)
      let text = try template.render(in: scope)
      let traced = try template.renderTraced(in: scope)
      require(traced.text == text, "tracing changes the text")
    } catch {
      check(error, in: source.utf8.count)
    }
  }

  private static let document: JSONValue = [
    "store": [
      "book": [
        ["title": "Sayings", "price": 8, "tags": ["a", "b"], "isbn": nil],
        ["title": "Moby Dick", "price": .number(JSONNumber(text: "8.99")), "tags": []],
      ],
      "bicycle": ["color": "red", "price": 19],
    ],
    "a b": [1, "1", true, nil, [], [:]], "": 0, "Zoë": "中😀", "n": -1,
  ]

  /// The first line is the path; the rest, where it is JSON, the document.
  private static func jsonpath(_ text: String) {
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let source = String(parts.first ?? "")
    let given = parts.count > 1 ? try? JSONText.parse(String(parts[1])) : nil
    for dialect in [JSONPath.Dialect.rfc9535, .jayway] {
      do throws(JSONPathError) {
        let path = try JSONPath(source, dialect: dialect)
        _ = try? path.result(in: given ?? document)
        _ = path.value(in: given ?? document)
      } catch {
        check(error, in: source.utf8.count)
      }
    }
  }

  private static let schema = try? GraphQLSchema(
    sdl: """
      scalar Long scalar JSON directive @own(a: Int) repeatable on FIELD | QUERY
      interface Named { name: String }
      union Party = Queue | Agent
      enum Order { asc desc }
      input Filter { and: [Filter] not: Filter status: String = "new" n: Int! = 1 from: Long any: JSON }
      type Queue implements Named { id: ID! name: String parties: [Party!] }
      type Agent implements Named { id: ID! name: String must: String! }
      type Task { id: ID! status: String parties(first: Int = 2, order: Order): [Party] sub: [Task!]! }
      type Query {
        task(from: Long!, to: Long, filter: Filter, ids: [[ID!]]): [Task] echo(a: JSON, b: Boolean): String
        named: Named node(id: ID!): Party f: Float
      }
      """)

  private static func graphql(_ text: String) {
    if let document = try? GraphQLDocument(text) {
      let printed = document.printed
      guard let again = try? GraphQLDocument(printed) else {
        fail("GraphQL prints as something else")
      }
      require(again.printed == printed, "GraphQL prints differently the second time")
    }
    guard let schema else { fail("the schema is wrong") }
    let variables: JSONObject = ["a": 1, "b": ["status": "x"], "id": "1", "from": 1]
    for name in [nil, "A"] {
      let request = GraphQLRequest(query: text, variables: variables, operationName: name)
      let response = GraphQL.execute(request, schema: schema, resolver: FuzzResolver())
      for error in response.errors { check(error, in: text.utf8.count) }
    }
    if text.contains("type") { _ = try? GraphQLSchema(sdl: text) }
  }

  private static func ssml(_ text: String) {
    for language in ["en-US", "de-DE", "x"] {
      do throws(SSMLError) {
        let prompt = try SSML.render(text, language: language)
        require(prompt.durationMilliseconds >= 0, "a prompt of negative length")
      } catch {
        check(error, in: text.utf8.count)
      }
    }
  }

  /// The first line is the region, the rest the number.
  private static func phone(_ text: String) {
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let region = String(parts.first ?? "")
    let input = String(parts.count > 1 ? parts[1] : parts.first ?? "")
    _ = ShortNumber(input, region: region).isEmergency
    _ = VanityNumber.digits(input)
    do throws(PhoneNumberError) {
      let number = try PhoneNumber(input, region: region)
      require(number.e164.hasPrefix("+"), "a number without plus")
      _ = (number.national, number.international, number.type, number.region, number.possibility)
    } catch {
      check(error, in: input.utf8.count)
    }
  }

  private static func require(_ condition: Bool, _ sentence: String) {
    if !condition { fail(sentence) }
  }

  /// Says what does not hold, which an optimised build would not, and crashes.
  private static func fail(_ sentence: String) -> Never {
    _ = "DOES NOT HOLD: \(sentence)\n".withCString { write(2, $0, strlen($0)) }
    abort()
  }

  /// An error has a sentence and a place within the text.
  private static func check(_ error: some LanguageError, in count: Int) {
    require(!error.message.isEmpty, "an error without a sentence")
    require((0...count).contains(error.position.offset), "an error outside of the text")
    require(error.position.line > 0 && error.position.column > 0, "no such place")
  }
}

/// Every object has every field; lists have two elements.
private struct FuzzResolver: GraphQLResolver {
  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    switch field.name {
    case "must": return nil
    case "status" where field.responseName == "boom": throw GraphQLFieldError("boom")
    case "id", "name", "status", "echo": return .string(JSONText.print(.object(field.arguments)))
    case "f": return 1
    case "named", "node": return ["t": "Queue"]
    default: return [["t": "Agent"], ["t": "Queue"]]
    }
  }

  func typeName(of value: JSONValue, in abstractType: String) -> String? { value["t"]?.string }
}
