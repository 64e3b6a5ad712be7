import Foundation
import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@testable import ivr_tui

/// Pipes the vectors through `eval` as a user does.
@Suite struct EvalConformanceTests {
  @Test("every case from a pipe is answered as the vectors say", arguments: suites)
  func pipe(name: String, words: [String], file: String) throws {
    let folder = "conformance/" + name + "/"
    guard let path = SharedData.path(folder + file) else {
      return print("EVAL \(name): SKIPPED, there is no ../shared/\(folder)\(file)")
    }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let words = words.map {
      $0.hasPrefix("@") ? SharedData.path(folder + $0.dropFirst()) ?? $0 : $0
    }
    let arguments = try Arguments(["eval", name] + words)
    let command = EvalCommand(try #require(arguments.evaluation), root: nil)
    let answers = try Self.answers(command, bytes)
    let tests = try bytes.split(separator: 10).map { try JSONText.parse(bytes: Array($0)) }
    #expect(answers.count == tests.count)
    let failed = zip(tests, answers).filter { !Self.fits($1, $0) }
    print("EVAL \(name.uppercased()): \(tests.count - failed.count) of \(tests.count)")
    for (test, answer) in failed {
      print("  \(JSONText.print(test)) got \(JSONText.print(answer))")
    }
    // Debian's libphonenumber carries older plans than the vectors; up to one in twenty may differ.
    #expect(failed.count <= (name == "phone" ? tests.count / 20 : 0))
  }

  nonisolated private static let suites: [(String, [String], String)] = [
    ("pebble", ["--context", "@context.json"], "cases.jsonl"),
    ("jsonpath", ["--context", "@jayway_document.json"], "jayway_shared.jsonl"),
    ("graphql", ["--schema", "@schema.graphql", "--context", "@data.json"], "cases.jsonl"),
    ("ssml", [], "cases.jsonl"), ("phone", [], "cases.jsonl"),
  ]

  private static func answers(_ command: EvalCommand, _ bytes: [UInt8]) throws -> [JSONValue] {
    var rest = bytes[...]
    var answers: [String] = []
    let evaluator = try command.evaluator().get()
    let lines = JSONLines {
      defer { rest = rest.dropFirst(65_536) }
      return Array(rest.prefix(65_536))
    }
    #expect(command.answerCases(evaluator, lines) { answers.append($0) } == 0)
    return try answers.map { try JSONText.parse($0) }
  }

  /// Whether an answer is what its case says.
  private static func fits(_ answer: JSONValue, _ test: JSONValue) -> Bool {
    guard answer["id"] == test["id"] else { return false }
    if let response = test["response"] {
      return answer["phase"] == test["phase"]
        && answer["response"]?["errors"]?.array?.count == response["errors"]?.array?.count
    }
    if test["wellformed"] != nil {
      let breaks = (test["breaks"]?.array ?? []).map { $0["ms"] ?? .null }
      let found = (answer["breaks"]?.array ?? []).map { $0["ms"] ?? .null }
      let isText = answer["result"] != nil || answer["error"] != nil
      return isText
        && ["wellformed", "valid", "valid_strict"].allSatisfy { answer[$0] == test[$0] }
        && (breaks.isEmpty || breaks == found)
    }
    if let members = test.object, members["parsed"] != nil {
      return members.members.filter { !["input", "region", "group"].contains($0.key) }
        .allSatisfy { answer[$0.key] == $0.value }
    }
    if let jayway = test["jayway"] {
      if jayway["compile_error"] != nil { return answer["phase"] == "parse" }
      guard let expected = jayway["default"]?["result"] else { return answer["phase"] == "eval" }
      return answer["result"].map { same($0, expected) } ?? false
    }
    if let expected = test["result"] { return answer["result"] == expected }
    return answer["phase"] == test["phase"] && answer["line"]?.int64 ?? 0 > 0
  }

  private static func same(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left.double == right.double
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { same($0, $1) }
    case (.object(let left), .object(let right)):
      left.keys.sorted() == right.keys.sorted()
        && left.keys.allSatisfy { same(left[$0] ?? .null, right[$0] ?? .null) }
    default: left == right
    }
  }
}
