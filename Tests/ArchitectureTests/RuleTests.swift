import Testing

/// Shows that the rules find what they are for, so that an empty list means something.
@Suite struct RuleTests {
  @Test(
    "an import outside the table is found with its line",
    arguments: [
      ("IVRCore/A.swift", "import IVRLanguages", nil),
      ("IVRCore/A.swift", "\nimport Foundation", 2),
      ("IVRCore/A.swift", "import CExpat", 1),
      ("IVRCore/A.swift", "// import Foundation", nil),
      ("IVRCore/A.swift", "let a = \"import Foundation\"", nil),
      ("IVRLanguages/A.swift", "public import Foundation", nil),
      ("IVRLanguages/A.swift", "import IVRCore", 1),
      ("IVRLanguages/SSML/A.swift", "internal import CExpat", nil),
      ("IVRLanguages/JSON/A.swift", "import CExpat", 1),
      ("IVRLanguages/SSML/A.swift", "import CICU", nil),
      ("IVRLanguages/Template/A.swift", "import CICU", 1),
      ("IVRLanguages/SSML/A.swift", "import Synchronization", 1),
      ("IVRAdapters/A.swift", "@preconcurrency private import Glibc", nil),
      ("IVRAdapters/A.swift", "import struct IVRCore.CallID", nil),
      ("IVRAdapters/A.swift", "import CNcurses", 1),
      ("ivr-tui/Terminal/CursesTerminal+Colors.swift", "import CNcurses", nil),
      ("ivr-tui/Panes/PhonePane.swift", "import CNcurses", 1),
      ("Other/A.swift", "", 1),
    ])
  func imports(path: String, text: String, line: Int?) {
    let findings = ImportRule.findings(in: SourceFile(path: path, text: text))
    #expect(findings.map(\.line) == [line].compactMap(\.self))
  }

  @Test(
    "a banned name is found in code only",
    arguments: [
      ("let a = Date()", 1), ("let a = CivilDate()", 0), ("let a = Date.now", 1),
      ("let a = scope.now + clock.now", 0), ("let c = ContinuousClock()", 1),
      ("let a = Int.random(in: 0..<3)", 1), ("let a = stream.nextRandom()", 0),
      ("let a = list.shuffled()", 1), ("let a = list.shuffled(using: &stream)", 0),
      ("try await Task.sleep(for: .zero)", 1), ("final class Thread {}", 1),
      ("let callThreads = 1", 0),
      ("var timer: ThreadTimer", 0), ("struct FlowThread {}", 0), ("Thread.sleep()", 1),
      ("print(1)", 1), ("  print(1)", 1), ("if a { print(1) }", 1),
      ("case .a: print(1)", 1), ("list.forEach { print($0) }", 1), ("Swift.print(1)", 1),
      ("func print(_ value: Int) {}", 0), ("printer.print(1)", 0), ("let a = print(1)", 0),
      ("let a = [\n  print(1),\n  print(2),\n]\nprint(3)", 1), ("case .a:\n\n  print(1)", 1),
      ("fatalError()", 1), ("let a = try! b()", 1), ("let a = try? b()", 0),
      ("// fatalError", 0), ("/* a /* b */ fatalError */", 0), ("let a = \"fatalError\"", 0),
      ("let a = \"\\(Date())\"", 1), ("let a = \"\\(b(\"Date()\"))\" + c", 0),
      ("let a = #\"\" Date() \"#", 0), ("let a = \"\"\"\n  Date()\n  \"\"\"", 0),
      ("let a = /\"/\nlet b = Date()", 1), ("let a = \"\\\"\"; let b = Date()", 1),
    ])
  func bannedNames(text: String, count: Int) {
    let file = SourceFile(path: "IVRCore/A.swift", text: text)
    #expect(BannedName.findings(in: [file]).count == count)
  }

  @Test("a folder with a print of its own may call it, others may not")
  func ownPrint() {
    let call = "case .a: print(b)"
    let files = [
      SourceFile(path: "IVRCore/A/Printer.swift", text: "func print(_ value: Int) {}\n" + call),
      SourceFile(path: "IVRCore/A/Printer+More.swift", text: call),
      SourceFile(path: "IVRCore/B/Other.swift", text: call),
    ]
    #expect(BannedName.findings(in: files).map(\.path) == ["IVRCore/B/Other.swift"])
  }

  @Test("the program may read the clock, but not give up")
  func program() {
    let file = SourceFile(path: "ivr-tui/A.swift", text: "let a = Date()\nlet b = try! c()\n")
    #expect(
      BannedName.findings(in: [file]).map(\.description) == [
        "Sources/ivr-tui/A.swift:2: try! is banned: handle the error"
      ])
    #expect(file.lineCount == 2)
  }
}
