import Testing

@testable import IVRLanguages

/// What Jayway JsonPath 3.0.0 gives with its default options.
@Suite struct JaywayConformanceTests {
  @Test("Jayway vectors, default options")
  func jayway() throws {
    let suite = "JSONPATH JAYWAY"
    guard let lines = ConformanceFiles.bytes("jsonpath/jayway_shared.jsonl", suite: suite),
      let text = ConformanceFiles.bytes("jsonpath/jayway_document.json", suite: suite)
    else { return }
    let document = try JSONText.parse(bytes: text)
    let cases = try lines.split(separator: 10).map { try JSONText.parse(bytes: Array($0)) }
    var failures: [String] = []
    for test in cases {
      if let failure = Self.failure(of: test, in: document) {
        failures.append(
          "\(test["id"]?.string ?? "?"): \(test["selector"]?.string ?? "?"): \(failure)")
      }
    }
    print("\(suite): \(cases.count - failures.count) of \(cases.count)")
    for failure in failures { print("  fails: \(failure)") }
    #expect(failures.isEmpty)
  }

  /// What differs from Jayway: refusal, definiteness, outcome, or what a flow would get.
  private static func failure(of test: JSONValue, in document: JSONValue) -> String? {
    let expected = test["jayway"] ?? [:]
    let isRefused = expected["compile_error"] != nil
    do throws(JSONPathError) {
      let path = try JSONPath(test["selector"]?.string ?? "", dialect: .jayway)
      if isRefused { return "should be refused" }
      if .bool(path.isDefinite) != expected["definite"] { return "definite: \(path.isDefinite)" }
      return difference(of: path, from: expected["default"] ?? nil, in: document)
    } catch {
      return isRefused ? nil : error.message
    }
  }

  private static func difference(
    of path: JSONPath, from expected: JSONValue, in document: JSONValue
  ) -> String? {
    let value = path.value(in: document)
    do throws(JaywayFailure) {
      let outcome = try path.outcome(in: document)
      guard let result = expected["result"] else { return "should fail" }
      if !outcome.isEqual(to: result) { return "gives \(JSONText.print(outcome))" }
      return value?.isEqual(to: result) == true ? nil : "a flow gets something else"
    } catch {
      guard expected["error"] != nil else { return "fails: \(error)" }
      let isRight = path.isDefinite ? value == Optional.none : value == .array([])
      return isRight ? nil : "a flow gets something"
    }
  }
}
