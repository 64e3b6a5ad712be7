import Foundation
import Testing

@testable import IVRLanguages

/// Runs the documents of `shared/conformance/ssml`, each aspect as a suite of its own.
@Suite struct SSMLConformanceTests {
  private struct Case: Decodable {
    struct Break: Decodable {
      let ms: Int64?
    }

    let id: String
    let ssml: String
    let wellformed: Bool
    let valid: Bool
    let valid_strict: Bool
    let norm: String?
    let accept: [String]?
    let breaks: [Break]?
    let marks: [String]?
    let audio: [String]?
  }

  @Test("documents are well-formed exactly where the vectors say so")
  func wellFormedness() throws {
    try run("wellformed", { _ in true }) { isWellFormed($0.ssml) == $0.wellformed }
  }

  @Test("documents are valid exactly where the vectors say so")
  func validity() throws {
    try run("valid", { _ in true }) { SSML.isValid($0.ssml) == $0.valid }
    try run("valid_strict", { _ in true }) {
      SSML.isValid($0.ssml, strict: true) == $0.valid_strict
    }
  }

  @Test("every document that can be spoken has a text and a length")
  func rendering() throws {
    try run("rendered", \.valid) { (try? SSML.render($0.ssml)) != nil }
  }

  @Test("the words are those of the vectors")
  func words() throws {
    try run("spoken", { $0.norm != nil }) { vector in
      let spoken = Self.normalized(try SSML.render(vector.ssml).spokenText)
      let wanted = [vector.norm ?? ""] + (vector.accept ?? [])
      let isFound = wanted.contains { Self.normalized($0) == spoken }
      if !isFound { print("  \(vector.id): \(spoken) | \(wanted)") }
      return isFound
    }
  }

  @Test("pauses, marks and recordings are found")
  func parts() throws {
    try run("breaks", { $0.breaks != nil }) {
      try SSML.render($0.ssml).breaks.map(\.milliseconds) == $0.breaks?.map(\.ms)
    }
    try run("marks", { $0.marks != nil }) { try SSML.render($0.ssml).marks == $0.marks }
    try run("audio", { $0.audio != nil }) { try SSML.render($0.ssml).audio == $0.audio }
  }

  private func run(
    _ aspect: String, _ isMeant: (Case) -> Bool, _ passes: (Case) throws -> Bool
  ) throws {
    let cases = try cases().filter(isMeant)
    let failing = cases.filter { (try? passes($0)) != true }.map(\.id)
    print("ssml \(aspect): \(cases.count - failing.count) of \(cases.count)")
    if !failing.isEmpty { print("  failing: \(failing.joined(separator: " "))") }
    #expect(failing.isEmpty, "\(aspect)")
  }

  /// Lower case, `-`, `,` and `.` as blanks, without "and", blanks folded.
  private static func normalized(_ text: String) -> String {
    let words = text.lowercased().map { "-,.".contains($0) ? " " : $0 }
    return String(words).split(whereSeparator: \.isWhitespace).filter { $0 != "and" }
      .joined(separator: " ")
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
