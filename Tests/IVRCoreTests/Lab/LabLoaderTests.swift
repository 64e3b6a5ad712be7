import Foundation
import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite struct LabLoaderTests {
  private func findings(_ text: String) -> [String] {
    LabLoader.load(file: "lab.json", bytes: Array(text.utf8)).findings.map {
      "\($0.code) \($0.severity.rawValue) \($0.position.line):\($0.position.column)"
    }
  }

  @Test("the sample lab is read whole")
  func sample() {
    let lab = SampleLab.lab()
    #expect(lab.entryPoints.map(\.name) == ["Support", "Outdial"])
    #expect(lab.entryPoints[0].label == "Latest" && lab.entryPoints[1].queue == "q-out")
    #expect(lab.queues[0].earlierWaits == [EarlierWaits(minutesAgo: 1, waits: [60_000, 62_000])])
    #expect(lab.queues[1].duplicateGuard == .off && lab.queues[2].duplicateGuard == .refuse)
    #expect(lab.audioMilliseconds == ["music.wav": 20_000])
    #expect(lab.timers == .standard && lab.wordsPerMinute == 160)
    #expect(lab.mocks[0].body == #"[{"ep":"ep-out","number":"14085267209","none":null}]"#)
    #expect(CivilTime(lab.startTime).clock == "10:00:00")
  }

  @Test(
    "the region is given, or follows from the calling code",
    arguments: [
      ("", "US", []), (",\n\"region\":\"gb\"", "GB", []),
      (",\n\"countryCode\":\"44\"", "GB", []), (",\n\"countryCode\":\"+39\"", "IT", []),
      (",\n\"region\":\"DE\",\"countryCode\":\"49\"", "DE", []),
      (",\n\"region\":\"UK\"", "US", ["IVR103 error 2:10"]),
      (",\n\"region\":1", "US", ["IVR102 error 2:10"]),
      (",\n\"countryCode\":\"999\"", "US", ["IVR103 error 2:15"]),
      (",\n\"countryCode\":\"800\"", "US", ["IVR103 error 2:15"]),
    ] as [(String, String, [String])])
  func regions(members: String, region: String, expected: [String]) {
    let text = "{\"name\":\"x\",\"orgId\":\"o\"\(members)}"
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    #expect(result.partialLab?.region == region)
    #expect(findings(text) == expected)
  }

  @Test(
    "every finding has its place",
    arguments: [
      ("", ["IVR001 error 1:1"]), ("[]", ["IVR101 error 1:1"]),
      ("{}", ["IVR102 error 1:1", "IVR102 error 1:1"]),
      (
        "{\"name\":\"x\",\"orgId\":\"o\",\n\"sede\":7,\n\"startTime\":\"today\",\n\"queues\":{},\n"
          + "\"phones\":[{\"id\":\"1\"}],\n\"latencyMilliseconds\":{\"search\":-1}}",
        [
          "IVR107 warning 2:8", "IVR103 error 3:13", "IVR102 error 4:10", "IVR102 error 5:11",
          "IVR103 error 6:33",
        ]
      ),
      (
        """
        {"name":"x","orgId":"o","teams":[{"id":"t","name":"T"}],
        "queues":[{"id":"q","name":"Q","teams":["T"],"duplicateGuard":"on"},
        {"id":"q","name":"Q2"}],
        "entryPoints":[{"id":"e","name":"E","direction":"outbound"},
        {"id":"f","name":"F"},{"id":"g","name":"G","flow":"X","queue":"r"}],
        "agents":[{"id":"a","name":"A","team":"u"}]}
        """,
        [
          "IVR110 warning 2:11", "IVR104 error 2:41", "IVR105 error 2:63", "IVR110 warning 3:1",
          "IVR106 error 3:7", "IVR102 error 4:16", "IVR102 error 5:1", "IVR104 error 5:63",
          "IVR104 error 6:39",
        ]
      ),
      (
        """
        {"name":"x","orgId":"o","teams":[{"id":"t","name":"T"}],
        "agents":[{"id":"a","name":"A","team":"t","skills":{"billing":4}},
        {"id":"b","name":"a","team":"t"}],
        "queues":[{"id":"1","name":"None","groups":[]},
        {"id":"2","name":"Both","teams":["t"],"groups":[{"teams":["t"]}]},
        {"id":"3","name":"Misspelt","grops":[{"teams":["t"]}]},
        {"id":"4","name":"Skill","teams":["t"],"skills":[{"skill":"billing","value":5}]},
        {"id":"5","name":"Two","teams":["t"],"skills":[{"skill":"billing","value":3},
        {"skill":"billing","condition":"lte","value":2}]},
        {"id":"6","name":"Fine","teams":["t"],"skills":[{"skill":"billing","value":4}]},
        {"id":"7","name":"Odd","teams":["t"],"skills":[{"skill":"x"},
        {"skill":"x","value":"yes"},{"skill":"x","value":11}]},
        {"id":"8","name":"Gap","groups":[{"teams":["t"]},{"opensAfterSeconds":9}]}]}
        """,
        [
          "IVR106 warning 3:18", "IVR110 warning 4:11", "IVR110 warning 5:33", "IVR110 warning 6:1",
          "IVR107 warning 6:37", "IVR110 warning 7:49", "IVR110 warning 8:47",
          "IVR110 warning 11:47", "IVR102 error 11:48", "IVR105 error 12:22", "IVR105 error 12:50",
          "IVR110 warning 13:50",
        ]
      ),
    ])
  func findings(text: String, expected: [String]) { #expect(findings(text) == expected) }

  @Test("the policy in docs/POLICIES.md is read as it is described")
  func policyPage() throws {
    let page = try String(contentsOfFile: SharedData.root + "/docs/POLICIES.md", encoding: .utf8)
    let start = try #require(page.range(of: "```json\n"))
    let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
    let queue = page[start.upperBound..<end.lowerBound]
    let text = #"{"name": "L", "orgId": "o", "queues": [\#(queue)]}"#
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    let policy = try #require(result.lab?.queues.first?.policy, "\(result.findings.map(\.text))")
    #expect(policy.limit == .strict && policy.window == 86_400_000 && policy.cap == 1000)
    #expect(policy.perNumber == .init(limit: 6, window: 86_400_000))
    #expect(policy.perQueue == .init(limit: 500, window: 300_000))
    #expect(policy.exceptions == ["+14085260000", "+1900*"])
    #expect(policy.refusesPremium && policy.refusesImpossible)
    #expect(result.findings.filter { $0.code != "IVR107" }.allSatisfy { $0.severity == .warning })
  }

  @Test(
    "a wrong policy is told at its place",
    arguments: [
      (#"{"limit": "one"}"#, "IVR105"), (#"{"actoin": "merge"}"#, "IVR107"), ("7", "IVR102"),
      (#"{"refusePremium": "yes"}"#, "IVR102"), (#"{"perNumber": {"limit": -1}}"#, "IVR103"),
      (#"{"windowSeconds": 0}"#, "IVR103"),
    ])
  func wrongPolicy(_ policy: String, _ code: String) {
    let text =
      #"{"name": "L", "queues": [{"id": "q", "name": "q", "duplicatePolicy": \#(policy)}]}"#
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    #expect(result.findings.map(\.code).contains(code))
  }
}
