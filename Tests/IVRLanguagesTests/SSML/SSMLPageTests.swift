import Foundation
import Testing

@testable import IVRLanguages

/// Runs the examples of `docs/languages/SSML.md`.
@Suite struct SSMLPageTests {
  private struct Block {
    let kind: String
    let lines: [String]
  }

  @Test("the examples of the page hold")
  func examples() throws {
    var source = ""
    var checked = 0
    for block in try blocks() {
      switch block.kind {
      case "ssml": source = block.lines.joined(separator: "\n")
      case "findings":
        let found = SSML.validate(source).map {
          "\($0.position.line):\($0.position.column) \($0.message). \($0.hint)"
        }
        #expect(found == block.lines)
        checked += 1
      default:
        let view = try #require(PromptView(rawValue: block.kind), "\(block.kind)")
        #expect(try SSML.render(source).lines(in: view) == block.lines)
        checked += 1
      }
    }
    #expect(checked >= 7)
  }

  private func blocks() throws -> [Block] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "docs/languages/SSML.md"), encoding: .utf8)
    var blocks: [Block] = []
    var open: (kind: String, lines: [String])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open, line == "```" {
        blocks.append(Block(kind: block.kind, lines: block.lines))
        open = nil
      } else if open != nil {
        open?.lines.append(String(line))
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }
}
