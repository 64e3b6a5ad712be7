import Foundation
import IVRLanguages
import IVRTestSupport
import Testing

@testable import ivr_tui

/// Runs the examples of `docs/languages`: what stands before the arrow gives what stands behind it.
@Suite struct LanguagePagesTests {
  @Test("every example of a page gives what the page says", arguments: pages)
  func examples(page: String, fence: String, words: [String]) throws {
    let text = try String(contentsOfFile: Self.folder + page, encoding: .utf8)
    let blocks = Self.blocks(text)
    let folder = try Self.files(blocks)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let words = words.map { $0.replacing("@", with: folder + "/") }
    let examples = blocks.filter { $0.fence == fence }.flatMap(\.lines)
    #expect(examples.count > 3)
    for line in examples {
      let example = try #require(Example(line), "\(page): no arrow and no cross in \(line)")
      let request = try #require(try Arguments(["eval"] + words + ["--", example.text]).evaluation)
      let evaluator = try EvalCommand(request, root: nil).evaluator().get()
      let answer = evaluator.answer(to: example.text, [:])
      #expect(Self.shown(answer) == example.outcome, "\(page): \(example.text)")
    }
  }

  private static let folder = SharedData.root + "/docs/languages/"

  nonisolated private static let pages: [(String, String, [String])] = [
    ("PEBBLE.md", "pebble", ["pebble", "--context", "@json", "--now", "1738876142712"]),
    ("JSONPATH.md", "jsonpath", ["jsonpath", "--context", "@json"]),
    (
      "JSONPATH.md", "jsonpath-rfc9535",
      ["jsonpath", "--context", "@json", "--dialect", "rfc9535"]
    ),
    (
      "GRAPHQL.md", "graphql",
      [
        "graphql", "--context", "@json", "--schema", "@graphql-schema", "--variables",
        "@graphql-variables",
      ]
    ),
  ]

  /// An expression with what comes of it.
  private struct Example {
    let text: String
    let outcome: String

    init?(_ line: String) {
      for mark in [" → ", " ✗ "] {
        guard let place = line.range(of: mark) else { continue }
        text = String(line[..<place.lowerBound])
        outcome = String(line[place.lowerBound...].dropFirst())
        return
      }
      return nil
    }
  }

  /// An answer as the pages write it.
  private static func shown(_ answer: EvalAnswer) -> String {
    if let message = answer.members["error"]?.string {
      let line = answer.members["line"]?.int64.map { "\($0):" } ?? ""
      let column = answer.members["column"]?.int64.map { "\($0): " } ?? ""
      return "✗ " + line + column + message
    }
    if let data = answer.members["response"]?["data"] { return "→ " + JSONText.print(data) }
    let result = answer.members["result"] ?? .null
    let isText = answer.output == [result.string ?? ""]
    return "→ " + (isText ? answer.output[0] : JSONText.print(result))
  }

  /// A fenced block.
  private struct Block {
    let fence: String
    var lines: [String] = []
  }

  private static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append(Block(fence: String(line.dropFirst(3)))) }
      } else if isInside {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks
  }

  /// The blocks that examples need as files, by the names of their fences.
  private static func files(_ blocks: [Block]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for fence in ["json", "graphql-schema", "graphql-variables"] {
      guard let block = blocks.first(where: { $0.fence == fence }) else { continue }
      let text = block.lines.joined(separator: "\n")
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + fence))
    }
    return folder
  }
}
