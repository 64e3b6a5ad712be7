import Foundation
import Testing

@testable import IVRLanguages

/// Runs the documents of `shared/conformance/ssml`; for now their `wellformed` flag is compared.
@Suite struct SSMLConformanceTests {
  private struct Case: Decodable {
    let id: String
    let ssml: String
    let wellformed: Bool
    let valid: Bool
  }

  @Test("documents are well-formed exactly where the vectors say so")
  func wellFormedness() throws {
    let cases = try cases()
    let failing = cases.filter { isWellFormed($0.ssml) != $0.wellformed }.map(\.id)
    report("ssml wellformed", cases.count, failing)
    #expect(failing.isEmpty)
  }

  @Test("every valid document has a text and a length")
  func rendering() throws {
    let cases = try cases().filter(\.valid)
    let failing = cases.filter { (try? SSML.render($0.ssml)) == nil }.map(\.id)
    #expect(failing.isEmpty)
  }

  private func cases() throws -> [Case] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "../shared/conformance/ssml/cases.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("ssml: SKIPPED, there is no \(file.path)")
      return []
    }
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
  }

  private func report(_ suite: String, _ count: Int, _ failing: [String]) {
    print("\(suite): \(count - failing.count) of \(count)")
    if !failing.isEmpty { print("  failing: \(failing.joined(separator: " "))") }
  }

  /// A document refused for another reason than its XML counts as well-formed.
  private func isWellFormed(_ source: String) -> Bool {
    do {
      _ = try SSMLParser.parse(source)
      return true
    } catch {
      if case .notWellFormed = error.kind { return false }
      return true
    }
  }
}
