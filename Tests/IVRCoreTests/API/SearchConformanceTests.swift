import Foundation
import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

/// Real queries, collected from documents of the product, against a lab with finished and waiting
/// contacts.
@Suite struct SearchConformanceTests {
  private static let folder = "corpus/graphql-queries"

  @Test("every real query is answered without an error")
  func corpus() throws {
    guard let folder = SharedData.path(Self.folder) else {
      return print("SEARCH CORPUS: SKIPPED, there is no ../shared/\(Self.folder)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".graphql") }.sorted()
    var lab = SearchedLab()
    var failures: [String] = []
    for name in names {
      let stem = String(name.dropLast(8))
      let query = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      let file = "\(folder)/\(stem).variables.json"
      let variables = (try? String(contentsOfFile: file, encoding: .utf8)) ?? "{}"
      if let fault = try Self.fault(query, variables, &lab) { failures.append("\(stem): \(fault)") }
    }
    print("SEARCH CORPUS: \(names.count - failures.count) of \(names.count)")
    for failure in failures { print("  \(failure)") }
    #expect(failures.isEmpty)
  }

  private static func fault(
    _ query: String, _ variables: String, _ lab: inout SearchedLab
  ) throws -> String? {
    let document = moved(try rendered(query, lab), to: lab.now)
    let values = moved(try rendered(variables, lab), to: lab.now)
    let answer = try lab.search(document, variables: try JSONText.parse(values))
    if answer.status != 200 { return JSONText.print(answer.body) }
    return answer.body["errors"].map { JSONText.print($0) }
  }

  /// Expressions and `{from}`, `{to}` filled in.
  private static func rendered(_ text: String, _ lab: SearchedLab) throws -> String {
    var text = text.replacing("{from}", with: String(lab.now - 3_600_000))
      .replacing("{to}", with: String(lab.now))
    for name in ["ANI", "queueID", "sessionID", "NewNumber.DigitsEntered"] {
      text = text.replacing("{{\(name)}}", with: "+12025550101")
    }
    text = text.replacing("{{NewPhoneContact.ANI}}", with: "+12025550101")
      .replacing("{{NewPhoneContact.EntryPointId}}", with: "ep-in")
      .replacing("{{goBack7Days}}", with: String(lab.now - 600_000_000))
      .replacing("{{CurrentTime}}", with: String(lab.now))
    let expression = #/{{\s*now\(\)\s*\|\s*epoch\s*\(inMillis=true\)\s*(-\s*\d+)?\s*}}/#
    return text.replacing(expression) { match in
      let difference = match.1.flatMap { Int64($0.filter { $0 != " " }) } ?? 0
      return String(lab.now + difference)
    }
  }

  /// The instants of long ago moved so that the last one is now.
  private static func moved(_ text: String, to now: Int64) -> String {
    let instants = text.matches(of: #/\b\d{13}\b/#).compactMap { Int64($0.output) }
    guard let last = instants.max(), last < now else { return text }
    return text.replacing(#/\b\d{13}\b/#) { String((Int64($0.output) ?? 0) + now - last) }
  }
}
