import IVRLanguages
import Testing

/// The JSONPath Compliance Test Suite of jsonpath-standard.
@Suite struct JSONPathConformanceTests {
  @Test("RFC 9535 compliance suite")
  func compliance() throws {
    let suite = "JSONPATH RFC 9535"
    guard let bytes = ConformanceFiles.bytes("jsonpath/cts.json", suite: suite) else { return }
    let cases = try #require(try JSONText.parse(bytes: bytes)["tests"]?.array)
    var failures: [String] = []
    for test in cases {
      if let failure = Self.failure(of: test) {
        failures.append(
          "\(test["name"]?.string ?? "?"): \(test["selector"]?.string ?? "?"): \(failure)")
      }
    }
    print("\(suite): \(cases.count - failures.count) of \(cases.count)")
    for failure in failures { print("  fails: \(failure)") }
    #expect(failures.isEmpty)
  }

  /// What is wrong with the outcome of a case; `nil` where it is as the suite says.
  private static func failure(of test: JSONValue) -> String? {
    let selector = test["selector"]?.string ?? ""
    do throws(JSONPathError) {
      let path = try JSONPath(selector)
      if test["invalid_selector"] == true { return "should be refused" }
      let nodes = JSONValue.array(path.nodes(in: test["document"] ?? nil))
      let allowed = test["result"].map { [$0] } ?? test["results"]?.array ?? []
      return allowed.contains(nodes) ? nil : "gives \(JSONText.print(nodes))"
    } catch {
      return test["invalid_selector"] == true ? nil : error.message
    }
  }
}
