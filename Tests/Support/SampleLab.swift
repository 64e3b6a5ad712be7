public import IVRCore

/// A small lab that tests share: two entry points, two queues, one team, two agents, two phones.
public enum SampleLab {
  /// The document.
  public static let text = """
    {
      "name": "Sample", "orgId": "org-1", "seed": 7, "startTime": "2026-01-05T10:00:00Z",
      "entryPoints": [
        {"id": "ep-in", "name": "Support", "number": "+14694096861", "flow": "Flow"},
        {"id": "ep-out", "name": "Outdial", "direction": "outbound", "queue": "q-out"}
      ],
      "teams": [{"id": "t-1", "name": "Team"}],
      "queues": [
        {"id": "q-1", "name": "Support_Queue", "teams": ["t-1"], "duplicateGuard": "refuse",
         "earlierWaits": [{"minutesAgo": 1, "waitSeconds": [60, 62]}]},
        {"id": "q-2", "name": "Other_Queue", "teams": ["t-1"], "duplicateGuard": "off"},
        {"id": "q-out", "name": "Outdial_Queue", "teams": ["t-1"]}
      ],
      "agents": [
        {"id": "a-1", "name": "Agent 1", "login": "one@lab.example", "team": "t-1"},
        {"id": "a-2", "name": "Agent 2", "login": "two@lab.example", "team": "t-1"}
      ],
      "idleCodes": ["Lunch", "Meeting"], "wrapUpCodes": ["Resolved", "Call again"],
      "phones": [
        {"id": "1", "number": "+12025550101"},
        {"id": "2", "number": "+14085267209", "takesAnyNumber": true},
        {"id": "3", "number": "+13035550142"}
      ],
      "connectors": [
        {"id": "c-1", "name": "WxCC_API", "baseURL": "https://api.wxcc-us1.cisco.com",
         "token": "not-a-real-token"}
      ],
      "servedHosts": ["api.wxcc-us1.cisco.com"],
      "tokens": [
        {"token": "not-a-real-token", "scopes": ["cjp:config_read", "cjp:user"]},
        {"token": "reader-only", "scopes": ["cjp:config_read"]},
        {"token": "nothing-at-all", "scopes": []}
      ],
      "mocks": [
        {"method": "GET", "url": "https://mock.example/vars", "query": {"dn": "4694096861"},
         "body": [{"ep": "ep-out", "number": "14085267209", "none": null}],
         "latencyMilliseconds": 120},
        {"method": "GET", "url": "https://mock.example/broken", "status": 503, "body": "busy"}
      ],
      "globalVariables": [{"name": "Greeting", "value": "Good day"}],
      "audioSeconds": {"music.wav": 20},
      "latencyMilliseconds": {"search": 150, "tasks": 80, "ledger": 0}
    }
    """

  /// The lab of the document.
  public static func lab() -> Lab {
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    guard let lab = result.lab else {
      preconditionFailure(result.findings.map(\.text).joined(separator: "\n"))
    }
    return lab
  }
}
