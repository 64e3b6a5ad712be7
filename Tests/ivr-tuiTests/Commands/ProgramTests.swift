import Foundation
import IVRCore
import IVRTestSupport
import Testing

@testable import ivr_tui

@Suite struct ProgramTests {
  @Test("a scenario that passes ends with 0 and is counted")
  func passes() throws {
    let result = try Self.play("phone 1 dials Support\nphone 1 hears \"thank you\"")
    #expect(result.exitCode == 0)
    #expect(result.findings.isEmpty)
    #expect(
      result.output.first == "10:00:00.000 phone 1 ● dials +14694096861, Support")
    #expect(result.output.suffix(2).first?.hasSuffix(": passed") == true)
    #expect(result.output.last == "1 passed, 0 failed")
  }

  @Test("a scenario that fails ends with 1 and names its line")
  func fails() throws {
    let result = try Self.play("phone 1 dials Support\nphone 1 hears \"good night\"", "--trace")
    #expect(result.exitCode == 1)
    #expect(result.output.contains { $0.hasSuffix(":2: failed: phone 1 hears \"good night\"") })
    #expect(result.output.contains("  expected: within 60 s"))
    #expect(result.output.last == "0 passed, 1 failed")
  }

  @Test("a sentence that cannot be read, or a name that is not there, ends with 3 before any act")
  func findings() throws {
    for text in ["phone 1 dails Support", "phone 1 dials Suport", "\u{0}"] {
      let result = try Self.play(text)
      #expect(result.exitCode == 3)
      #expect(result.output.isEmpty)
      #expect(result.findings.hasErrors)
    }
  }

  @Test("another seed gives other identifiers")
  func seed() throws {
    let text = "phone 1 dials Support\nphone 1 hears \"thank you\""
    let traces = try ["1", "1", "2"].map { seed in
      try Self.play(text, "--trace", "--seed", seed).output.dropLast(2)
    }
    #expect(traces[0] == traces[1])
    #expect(traces[0] != traces[2])
  }

  @Test("check counts the findings of the lab, and those of a file alone")
  func check() throws {
    let lab = CheckCommand(try Arguments(["check", "--root", SharedData.root])).run()
    #expect(lab.exitCode == 0)
    #expect(lab.output.count == 2 && lab.output[0].contains("IVR010"))
    #expect(lab.output[1] == "0 errors, 1 warning")
    let before = SharedData.root + "/Flows/Main_Flow_before.json"
    let flow = CheckCommand(try Arguments(["check", "--root", SharedData.root, before])).run()
    #expect(flow.output == ["0 errors, 0 warnings"])
    let none = CheckCommand(try Arguments(["check", "--root", "/nowhere"])).run()
    #expect(none.exitCode == 3)
    #expect(none.output[0].contains("IVR100") && none.output.last == "1 error, 0 warnings")
  }

  /// Plays a text as a file with the shipped lab.
  private static func play(_ text: String, _ options: String...) throws -> CommandResult {
    let file = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).scenario"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let words = ["play", "--root", SharedData.root] + options + [file]
    return PlayCommand(try Arguments(words)).run()
  }
}
