import IVRCore
import IVRLanguages
import Testing

/// Documents that are made to be too much; each is refused with a finding of its own.
@Suite struct LoaderLimitTests {
  private static func bytes(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }

  @Test(
    "a flow or lab that is too large or too deep is one finding",
    arguments: [
      (bytes(" ", 10 << 20), "larger than 8388608 bytes"),
      (bytes("[", 100_000), "more than 200 arrays and objects"),
      (bytes("{\"activities\":", 100_000), "more than 200 arrays and objects"),
      ([0xFF, 0xFE], "expected"),
    ])
  func documents(bytes: [UInt8], message: String) {
    for findings in [
      FlowLoader.load(file: "a", bytes: bytes).findings,
      LabLoader.load(file: "a", bytes: bytes).findings,
    ] {
      #expect(findings.map(\.code) == ["IVR001"])
      #expect(findings.first?.message.contains(message) == true, "\(findings)")
    }
  }

  @Test("a scenario that is too large is one finding")
  func scenario() {
    let found = ScenarioParser.parse(file: "a", bytes: Self.bytes("a\n", 5 << 20)).findings
    #expect(found.map(\.code) == ["IVR200"])
  }
}
