@testable import IVRCore

/// A lab whose flow queues at once and plays music: what the formulas of queues speak of.
enum PlainQueue {
  /// The world; the load is empty.
  static func world() throws -> World {
    let lab = LabLoader.load(file: "lab.json", bytes: Array(lab.utf8))
    let flow = FlowLoader.load(file: "plain.json", bytes: Array(flow.utf8))
    // The agents are robots that each test adds.
    let findings = (lab.findings.filter { $0.code != "IVR110" } + flow.findings).map(\.text)
    guard let lab = lab.lab, let flow = flow.flow, findings.isEmpty else {
      throw SmallWorldFault(findings: findings)
    }
    return World(lab: lab, flows: [flow.name: flow], prompts: [:])
  }

  /// Agents who accept at once and do not wrap up.
  static func agents(_ count: Int, handling: Distribution) -> RobotTeam {
    RobotTeam(
      team: "t1", count: count, handleTime: handling, wrapUpTime: .constant(seconds: 0),
      acceptTime: .constant(seconds: 0), shifts: [])
  }

  /// Callers who want to talk.
  static func callers(perHour: Double, patience: Distribution) -> CallerStream {
    CallerStream(
      entryPoint: "in", perHour: perHour, patience: patience, acceptsCallback: 0, answers: 1,
      answeringMachine: 0, callsAgain: 0)
  }

  private static let lab = """
    {
      "name": "Plain", "orgId": "org", "startTime": "2026-01-05T10:00:00Z",
      "entryPoints": [
        {"id": "in", "name": "Support", "number": "+14694096861", "flow": "Plain"}
      ],
      "queues": [{"id": "q1", "name": "Queue", "teams": ["t1"]}],
      "teams": [{"id": "t1", "name": "Team"}], "agents": [],
      "idleCodes": ["Lunch"], "wrapUpCodes": ["Resolved"],
      "phones": [
        {"id": "1", "number": "+12025550101"}, {"id": "2", "number": "+12025550102"},
        {"id": "3", "number": "+12025550103"}
      ],
      "audioSeconds": {"music.wav": 3600}
    }
    """

  private static let flow = """
    {
      "name": "Plain",
      "nodes": [
        {"name": "Start", "properties": {"activityName": "start"}},
        {"name": "Queue", "properties": {"activityName": "queue-contact", "destination": "q1"}},
        {"name": "Music", "properties": {"activityName": "play-music", "prompt": "music.wav"}}
      ],
      "edges": [
        {"from": "Start", "to": "Queue", "condition": "out"},
        {"from": "Queue", "to": "Music", "condition": "default"},
        {"from": "Music", "to": "Music", "condition": "default"}
      ]
    }
    """
}
