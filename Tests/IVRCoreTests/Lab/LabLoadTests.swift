import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite struct LabLoadTests {
  private func load(_ load: String) -> LabLoader.Result {
    let text = SampleLab.text.replacing(
      #""globalVariables""#, with: #""load": \#(load), "globalVariables""#)
    return LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
  }

  @Test("callers and agents are read with their chances, and what is missing has its standard")
  func read() throws {
    let result = load(
      """
      {"callers": [{"entryPoint": "ep-in", "perHour": 30, "acceptsCallback": 0.5,
        "patienceSeconds": {"logNormal": [60, 20]}}],
       "agents": [{"team": "t-1", "count": 3, "handleSeconds": {"values": [10, 20]},
        "wrapUpSeconds": 5, "shifts": [{"from": "09:00", "to": "24:00"}]}], "thresholdSeconds": 30}
      """)
    let lab = try #require(result.lab)
    let callers = try #require(lab.load.callers.first)
    #expect(callers.perHour == 30 && callers.acceptsCallback == 0.5 && callers.answers == 1)
    #expect(callers.patience == .logNormal(mean: 60, deviation: 20))
    let robots = try #require(lab.load.agents.first)
    #expect(robots.count == 3 && robots.handleTime == .empirical([10, 20]))
    #expect(robots.wrapUpTime == .constant(seconds: 5))
    #expect(robots.acceptTime == .constant(seconds: 2))
    #expect(robots.shifts == [RobotTeam.Shift(start: 32_400_000, end: 86_400_000)])
    #expect(lab.load.threshold == 30 && lab.load.shortAbandon == 5)
  }

  @Test(
    "what is wrong is told with its place",
    arguments: [
      (#"{"callers": [{"entryPoint": "ep-out"}]}"#, "IVR104", #""ep-out"}]"#),
      (#"{"callers": [{"entryPoint": "ep-in", "answers": 2}]}"#, "IVR103", "2}"),
      (
        #"{"callers": [{"entryPoint": "ep-in", "answeringMachine": 0.5}]}"#, "IVR109",
        #"{"entryPoint": "ep-in", "ans"#
      ),
      (#"{"agents": [{"team": "nobody"}]}"#, "IVR104", #""nobody""#),
      (
        #"{"agents": [{"team": "t-1", "handleSeconds": {"gamma": [1, 2]}}]}"#, "IVR109",
        #"{"gamma""#
      ),
      (
        #"{"agents": [{"team": "t-1", "shifts": [{"from": "9:00", "to": "10:00"}]}]}"#, "IVR109",
        #""9:00""#
      ),
      (
        #"{"agents": [{"team": "t-1", "shifts": [{"from": "11:00", "to": "10:00"}]}]}"#,
        "IVR109", #"{"from": "11:00""#
      ),
      (#"{"caller": []}"#, "IVR107", #"[]}, "globalVariables"#),
    ])
  func faults(text: String, code: String, place: String) throws {
    let finding = try #require(load(text).findings.first)
    #expect(finding.code == code)
    let document = SampleLab.text.replacing(
      #""globalVariables""#, with: #""load": \#(text), "globalVariables""#)
    let before = document[..<(try #require(document.firstRange(of: place))).lowerBound]
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(finding.position.line == lines.count)
    #expect(finding.position.column == (lines.last?.count ?? 0) + 1)
  }
}
