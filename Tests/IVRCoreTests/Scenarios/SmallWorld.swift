import IVRCore

/// A lab with one flow, two phones and one agent, for tests of scenarios.
enum SmallWorld {
  /// The world; its documents have no findings.
  static func load() throws -> World {
    let lab = LabLoader.load(file: "lab.json", bytes: Array(lab.utf8))
    let flow = FlowLoader.load(file: "small.json", bytes: Array(flow.utf8))
    let findings = (lab.findings + flow.findings).map(\.text)
    guard let lab = lab.lab, let flow = flow.flow, findings.isEmpty else {
      throw SmallWorldFault(findings: findings)
    }
    return World(lab: lab, flows: [flow.name: flow], prompts: [:])
  }

  private static let lab = """
    {
      "name": "Small", "orgId": "org", "startTime": "2026-01-05T10:00:00Z",
      "entryPoints": [
        {"id": "in", "name": "Support", "number": "+14694096861", "flow": "Small"}
      ],
      "queues": [{"id": "q1", "name": "Support_Queue", "teams": ["t1"]}],
      "teams": [{"id": "t1", "name": "Team"}],
      "agents": [{"id": "a1", "name": "Anna", "login": "anna", "team": "t1"}],
      "idleCodes": ["Lunch"], "wrapUpCodes": ["Resolved"],
      "phones": [
        {"id": "1", "number": "+12025550101"}, {"id": "2", "number": "+12025550102"}
      ],
      "audioSeconds": {"music.wav": 30}
    }
    """

  private static let flow = """
    {
      "name": "Small",
      "variables": [{"name": "chosen", "type": "STRING", "value": ""}],
      "nodes": [
        {"name": "Start", "properties": {"activityName": "start"}},
        {"name": "Welcome", "properties": {"activityName": "play-message", "toggle": true,
          "promptsTts": [{"type": "tts", "value": "Welcome to the lab."}]}},
        {"name": "Menu", "properties": {"activityName": "ivr-menu", "toggle": true,
          "interruptible": true, "menuLinks": ["1", "2"], "promptsTts": [
            {"type": "tts", "value": "Press 1 for music. Press 2 to leave."}]}},
        {"name": "Choose", "properties": {"activityName": "set-variable",
          "setVariablesArray": [{"srcVariable": "chosen", "value": "Not Processed",
            "literal": "Not Processed"}]}},
        {"name": "Queue", "properties": {"activityName": "queue-contact", "destination": "q1"}},
        {"name": "Music", "properties": {"activityName": "play-music", "prompt": "music.wav"}},
        {"name": "Goodbye", "properties": {"activityName": "play-message", "toggle": true,
          "promptsTts": [{"type": "tts", "value": "Goodbye."}]}},
        {"name": "Leave", "properties": {"activityName": "disconnect-contact"}}
      ],
      "edges": [
        {"from": "Start", "to": "Welcome", "condition": "out"},
        {"from": "Welcome", "to": "Menu", "condition": "default"},
        {"from": "Menu", "to": "Choose", "condition": "1"},
        {"from": "Menu", "to": "Goodbye", "condition": "2"},
        {"from": "Menu", "to": "Menu", "condition": "timeout"},
        {"from": "Menu", "to": "Menu", "condition": "invalid"},
        {"from": "Choose", "to": "Queue", "condition": "out"},
        {"from": "Queue", "to": "Music", "condition": "default"},
        {"from": "Music", "to": "Music", "condition": "default"},
        {"from": "Goodbye", "to": "Leave", "condition": "default"}
      ]
    }
    """
}

/// Why the small world is not as it should be.
struct SmallWorldFault: Error {
  let findings: [String]
}
