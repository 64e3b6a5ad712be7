import Foundation
import IVRAdapters
import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@testable import ivr_tui

@Suite struct EvalTests {
  @Test("one expression gives its text, or its fault with place, caret and what was meant")
  func single() throws {
    let sum = try Self.answer(["pebble", "{{ 1 + 1 }}\n\nline"])
    #expect(sum.output == ["2", "line"])
    #expect(sum.faults.isEmpty)
    let typo = try Self.answer(["pebble", "{{ \"a\" | uper }}"])
    #expect(
      typo.faults == [
        """
        1:10: Filter "uper" does not exist; did you mean "upper"?
        {{ "a" | uper }}
                 ^
        """
      ])
    #expect(try Self.answer(["pebble", "{{ now() }}", "--now", "0"]).output[0].hasPrefix("1970"))
    let older = try Self.answer(["pebble", "{{ '2' * 2 }}", "--dialect", "pebble-3.2"])
    #expect(older.members["phase"] == "eval")
    #expect(try Self.answer(["pebble", "{{ '2' * 2 }}"]).output == ["4"])
    #expect(try Self.answer(["jsonpath", "$.a"]).members["error"] != nil)
    #expect(try Self.answer(["jsonpath", "$.a", "--dialect", "rfc9535"]).output == ["[]"])
    let phone = try Self.answer(["phone", "(408) 526-7209", "--region", "us"])
    #expect(phone.output.first == "E.164          +14085267209")
    #expect(try Self.answer(["phone", "hello"]).members["error"] == "NOT_A_NUMBER")
    let speech = try Self.answer([
      "ssml", "<speak>a <brake/> 1<break time='2s'/></speak>", "--view", "annotated",
    ])
    #expect(speech.faults.isEmpty)
    #expect(speech.notes.contains { $0.hasPrefix("1:10: <brake> in <speak>") })
    #expect(speech.members["valid"] == false)
    #expect(speech.members["breaks"] == [["ms": 2000]])
    #expect(try Self.answer(["ssml", "<speak>a"]).faults.count == 1)
  }

  @Test("a query without a schema is checked against the lab's Search")
  func search() throws {
    let query = "{ task(from: 0, to: 1) { tasks { idd } } }"
    let answer = try Self.answer(["graphql", query, "--root", SharedData.root])
    #expect(answer.faults.count == 1)
    #expect(answer.faults.first?.contains("did you mean \"id\"?\n") == true)
    #expect(answer.members["column"] == 34)
    #expect(answer.output.isEmpty)
    let time = "1767610000000"
    let right = "{ task(from: \(time), to: \(time)) { tasks { id } } }"
    let empty = try Self.answer(["graphql", right, "--root", SharedData.root])
    #expect(empty.members["phase"] == "ok")
    #expect(empty.output.first == "{")
  }

  @Test("what cannot be read as a case is answered by its line, and the rest goes on")
  func badLines() throws {
    let command = try Self.command(["pebble"])
    let lines = """
      {"template": "{{ 1 }}"}

      [1]
      {"id": "x"}
      {"id": 1,
      {"id": "y", "template": "{{ a }}", "context": {"a": 7}}
      """
    let (code, answers) = try Self.cases(command, lines)
    #expect(code == 1)
    #expect(answers.map { $0["id"] } == [1, 3, "x", 5, "y"])
    #expect(answers.map { $0["phase"]?.string } == [nil, "input", "input", "input", nil])
    #expect(answers[3]["column"] == 10)
    #expect(answers.last?["result"] == "7")
  }

  @Test("lines are cut wherever the pieces end, and none grows without bounds")
  func lines() {
    var pieces = ["ab\nc", "d", "\n\n", "e"].map { Array($0.utf8) }[...]
    var lines = JSONLines { pieces.popFirst() ?? [] }
    var texts: [String] = []
    while case .text(let bytes)? = lines.next() {
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    #expect(texts == ["ab", "cd", "", "e"])
    var count = 0
    var long = JSONLines {
      count += 1
      if count > 20 { return count == 21 ? Array("x\nshort".utf8) : [] }
      return Array(repeating: 65, count: 1 << 20)
    }
    #expect(long.next() == .tooLong)
    #expect(long.next() == .text(Array("short".utf8)))
    #expect(long.next() == nil)
  }

  @Test("files that cannot be read or used are findings")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("[1,".utf8).write(to: URL(fileURLWithPath: folder + "/bad"))
    try Data("[1]".utf8).write(to: URL(fileURLWithPath: folder + "/list"))
    let faults = [
      (["pebble", "", "--context", folder + "/none"], "IVR100"),
      (["pebble", "", "--context", folder + "/bad"], "IVR001"),
      (["pebble", "", "--context", folder + "/list"], "IVR002"),
      (["graphql", "", "--schema", folder + "/bad"], "IVR001"),
      (["graphql", "", "--root", folder], "IVR100"),
    ]
    for (words, code) in faults {
      guard case .failure(let fault) = try Self.command(words).evaluator() else {
        Issue.record("\(words) gave an evaluator")
        continue
      }
      #expect(fault.finding.code == code, "\(words)")
    }
  }

  @Test("what eval cannot do is said in a sentence", arguments: faults)
  func usage(words: [String], message: String) {
    #expect(throws: UsageError(message)) { try Arguments(words) }
  }

  nonisolated private static let faults: [([String], String)] = [
    (["eval"], "eval needs a language: pebble, jsonpath, graphql, ssml or phone."),
    (
      ["eval", "peble"],
      "There is no language \"peble\"; did you mean \"pebble\"? "
        + "There are pebble, jsonpath, graphql, ssml or phone."
    ),
    (
      ["eval", "pebble", "a", "b"],
      "eval takes one expression, put in quotes; \"b\" is one word too many."
    ),
    (
      ["eval", "ssml", "a", "--context", "f"],
      "--context means nothing to ssml; it takes --view."
    ),
    (
      ["eval", "jsonpath", "$", "--dialect", "xpath"],
      "--dialect is jayway or rfc9535, not \"xpath\"."
    ),
    (
      ["eval", "ssml", "a", "--view", "x"],
      "--view is plain, annotated, raw or spoken, not \"x\"."
    ),
    (
      ["eval", "phone", "1", "--region", "XX"],
      "--region is two letters of a country, like US, not \"XX\"."
    ),
    (["eval", "pebble", "a", "--values", "x"], "--values is flow or java, not \"x\"."),
    (
      ["eval", "pebble", "a", "--now", "x"],
      "--now is an instant like 2026-01-05T10:00:00Z, or milliseconds since 1970, not \"x\"."
    ),
    (
      ["eval", "graphql", "a", "--context", "f"],
      "--context needs --schema: without a schema the lab's Search is asked."
    ),
    (["check", "--now", "0"], "--now belongs to eval: ivr-tui eval pebble '{{ 1 + 1 }}'"),
  ]

  private static func command(_ words: [String]) throws -> EvalCommand {
    let arguments = try Arguments(["eval"] + words)
    return EvalCommand(try #require(arguments.evaluation), root: arguments.root)
  }

  private static func answer(_ words: [String]) throws -> EvalAnswer {
    let command = try command(words)
    return try command.evaluator().get().answer(to: command.request.expression ?? "", [:])
  }

  private static func cases(
    _ command: EvalCommand, _ lines: String
  ) throws -> (Int32, [JSONValue]) {
    var bytes = Array(lines.utf8)
    var answers: [String] = []
    let code = command.answerCases(
      try command.evaluator().get(),
      JSONLines {
        defer { bytes = [] }
        return bytes
      }, { answers.append($0) })
    return (code, try answers.map { try JSONText.parse($0) })
  }
}
