import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct TaskControlTests {
  /// A lab with a call in the queue and two tokens of agents.
  static func driver() -> CallDriver {
    var world = SampleFlow(
      ["Queue: queue-contact {\"destination\":\"q-1\"}"], ["Start.out > Queue"]
    ).world()
    world.lab.latency = Latency(search: 0, tasks: 0, ledger: 0)
    for agent in ["a-1", "a-2"] {
      var token = AccessToken(token: "token-of-\(agent)", scopes: ["cjp:user"])
      token.agent = AgentID(rawValue: agent)
      world.lab.tokens.append(token)
    }
    var driver = CallDriver(world)
    driver.dial()
    driver.settle()
    return driver
  }

  @Test("an agent works a call over the API alone, from sign-in to wrap-up")
  func wholeCall() throws {
    var driver = Self.driver()
    let task = try #require(driver.task?.id)
    func ask(_ method: String, _ path: String, _ body: String = "{}") -> Int? {
      driver.request(method, path, token: "token-of-a-1", body: body)?.status
    }
    let available = #"{"state": "Available", "auxCodeId": "0"}"#
    #expect(ask("PUT", "/v1/agents/session/state", available) == 202)
    driver.settle()
    #expect(driver.task?.status == .connect)
    #expect(ask("POST", "/v1/tasks/\(task)/end") == 400)
    #expect(ask("POST", "/v1/tasks/\(task)/accept", "") == 202)
    #expect(driver.task?.status == .connected && driver.agent?.state == .connected(task))
    #expect(ask("POST", "/v1/tasks/\(task)/unhold") == 400)
    #expect(ask("POST", "/v1/tasks/\(task)/hold", #"{"mediaResourceId": "m"}"#) == 202)
    #expect(driver.task?.heldSince != nil)
    #expect(ask("POST", "/v1/tasks/\(task)/hold") == 400)
    #expect(ask("POST", "/v1/tasks/\(task)/unhold") == 202)
    #expect(driver.task?.heldSince == nil)
    #expect(ask("POST", "/v1/tasks/\(task)/record/pause") == 202)
    #expect(ask("POST", "/v1/tasks/\(task)/end") == 202)
    #expect(ask("POST", "/v1/tasks/\(task)/wrapup", #"{"wrapUpReason": "Resolved"}"#) == 400)
    #expect(
      ask("POST", "/v1/tasks/\(task)/wrapup", #"{"wrapUpReason": "Resolved", "auxCodeId": "1"}"#)
        == 202)
    #expect(driver.task?.status == .ended && driver.task?.wrapUpCode == "Resolved")
    #expect(ask("POST", "/v1/tasks/\(task)/accept") == 400)
  }

  @Test("a token of another agent may not touch the task; an unknown task is not found")
  func others() throws {
    var driver = Self.driver()
    let task = try #require(driver.task?.id)
    driver.act(.agent("a-1", .available))
    func status(_ token: String, _ path: String) -> Int? {
      driver.request("POST", path, token: token, body: "{}")?.status
    }
    #expect(status("token-of-a-2", "/v1/tasks/\(task)/accept") == 403)
    #expect(status("token-of-a-1", "/v1/tasks/nothing/accept") == 404)
    #expect(status("reader-only", "/v1/tasks/\(task)/accept") == 403)
    #expect(status("not-a-real-token", "/v1/tasks/\(task)/reject") == 202)
    #expect(driver.task?.status == .parked)
    #expect(status("token-of-a-2", "/v1/tasks/\(task)/assign") == 202)
    #expect(driver.task?.status == .connected && driver.task?.agent == "a-2")
    #expect(status("token-of-a-1", "/v1/tasks/\(task)/assign") == 403)
  }

  @Test("a contact is shared: consulted about, conferred on, handed over, transferred")
  func sharing() throws {
    var driver = Self.driver()
    let task = try #require(driver.task?.id)
    driver.act(.agent("a-1", .available))
    driver.act(.agent("a-1", .accept))
    func ask(_ path: String, _ body: String = "{}", _ agent: String = "a-1") -> Int? {
      driver.request(
        "POST", "/v1/tasks/\(task)/\(path)", token: "token-of-\(agent)", body: body)?.status
    }
    let other = #"{"to": "a-2", "destinationType": "agent"}"#
    #expect(ask("consult", other) == 400)
    driver.act(.agent("a-2", .available))
    #expect(ask("consult", #"{"to": "q-2", "destinationType": "queue"}"#) == 400)
    #expect(ask("consult/end") == 400)
    #expect(ask("consult", other) == 202)
    #expect(ask("consult/conference") == 400)
    #expect(ask("consult/accept") == 403)
    #expect(ask("consult/accept", "", "a-2") == 202)
    #expect(driver.engine.state.agents["a-2"]?.state == .consulting(task))
    driver.advance(5_000)
    #expect(ask("consult/conference") == 202)
    driver.advance(5_000)
    #expect(ask("conference/exit") == 202)
    #expect(driver.engine.state.agents["a-2"]?.state == .connected(task))
    #expect(driver.task?.agent == "a-2")
    let events = driver.task?.moments.suffix(3).map(\.event)
    #expect(events == [.consulting, .conferencing, .connected])
    let queue = #"{"to": "q-2", "destinationType": "queue"}"#
    #expect(ask("transfer", queue) == 403)
    #expect(
      ask("transfer", #"{"to": "+15550000000", "destinationType": "dialNumber"}"#, "a-2") == 400)
    #expect(ask("transfer", queue, "a-2") == 202)
    #expect(driver.task?.queue == "q-2" && driver.task?.transfers == 2)
  }

  @Test("variables of a contact change")
  func attributes() throws {
    var driver = Self.driver()
    let task = try #require(driver.task?.id)
    func status(_ body: String) -> Int? {
      driver.request("PATCH", "/v1/tasks/\(task)", body: body)?.status
    }
    #expect(status(#"{"attributes": {"a": "1", "b": "2"}}"#) == 202)
    #expect(status(#"{"attributes": {"a": "3"}}"#) == 202)
    #expect(driver.task?.attributes.map(\.value) == ["2", "3"])
    #expect(status(#"{"attributes": {"a": 3}}"#) == 400)
    #expect(status(#"{}"#) == 400)
  }

  @Test(
    "tasks are listed, the oldest first",
    arguments: [
      ("", 200, 2), ("&channelTypes=chat,email", 200, 0), ("&channelTypes=fax", 400, 0),
      ("&pageSize=1", 200, 1), ("&pageSize=0", 400, 0), ("&to=1", 200, 0), ("&to=x", 400, 0),
      ("&orgId=other", 403, 0),
    ])
  func list(more: String, status: Int, count: Int) throws {
    var driver = Self.driver()
    driver.advance(1_000)
    driver.dial("3")
    driver.settle()
    let from = driver.engine.state.now.milliseconds - 60_000
    let answer = driver.request("GET", "/v1/tasks?from=\(from)\(more)", body: "")
    #expect(answer?.status == status)
    guard status == 200 else { return }
    let rows = try JSONText.parse(answer?.body ?? "")["data"]?.array ?? []
    #expect(rows.count == count)
    if let first = rows.first {
      #expect(first["attributes"]?["origin"] == "+12025550101")
      #expect(first["attributes"]?["status"] == "queued")
      #expect(first["attributes"]?["queue"] == ["id": "q-1", "name": "Support_Queue"])
    }
  }

  @Test("agents sign in and out; who is signed out is not counted, and signs in at the desk")
  func sessions() throws {
    var driver = Self.driver()
    func status(_ method: String, _ path: String, _ body: String, _ token: String) -> Int? {
      driver.request(method, "/v1/agents/" + path, token: token, body: body)?.status
    }
    let logout = #"{"logoutReason": "End of shift", "agentId": "a-1"}"#
    #expect(status("PUT", "logout", logout, "token-of-a-2") == 403)
    #expect(status("PUT", "logout", logout, "not-a-real-token") == 202)
    #expect(driver.agent?.session == nil && driver.agent?.state == .loggedOut)
    #expect(status("PUT", "logout", logout, "not-a-real-token") == 400)
    let session = try #require(driver.engine.state.agentSessions.values.first)
    #expect(session.end == driver.engine.state.now && session.reason == "End of shift")
    #expect(status("POST", "login", "{}", "not-a-real-token") == 400)
    let login = #"{"dialNumber": "5551", "teamId": "t-1", "deviceType": "AGENT_DN"}"#
    #expect(status("POST", "login", login, "token-of-a-1") == 202)
    #expect(driver.engine.state.agentSessions.values.last?.dialNumber == "5551")
    #expect(driver.engine.state.agentSessions.count == 3)
    #expect(status("PUT", "logout", logout, "token-of-a-1") == 202)
    driver.act(.agent("a-1", .available))
    #expect(driver.agent?.session == nil)
    driver.act(.agent("a-1", .logIn))
    driver.act(.agent("a-1", .available))
    #expect(driver.agent?.session != nil)
    let busy = #"{"state": "Idle", "auxCodeId": "Meeting"}"#
    driver.settle()
    #expect(status("PUT", "session/state", busy, "token-of-a-1") == 400)
    #expect(status("PUT", "session/state", busy, "token-of-a-2") == 202)
    #expect(driver.engine.state.agents["a-2"]?.state == .idle("Meeting"))
    let others = driver.request(
      "POST", "/v1/agents/buddyList", token: "token-of-a-1", body: "")
    #expect(others?.body.contains("Agent 2") == true && others?.body.contains("Agent 1") == false)
  }

  @Test(
    "the estimated wait is a number of milliseconds, or nothing",
    arguments: [
      ("queueId=q-1&lookbackMinutes=10", 200), ("queueId=q-2&lookbackMinutes=10", 204),
      ("queueId=none&lookbackMinutes=10", 204), ("queueId=q-1&lookbackMinutes=4", 400),
      ("queueId=q-1", 400), ("queueId=q-1&lookbackMinutes=10&maxCV=1", 204),
      ("queueId=q-1&lookbackMinutes=10&minValidSamples=101", 400),
    ])
  func wait(query: String, status: Int) {
    var driver = Self.driver()
    let answer = driver.request("GET", "/v1/ewt?" + query, body: "")
    #expect(answer?.status == status)
    #expect(answer?.body == #"{"estimatedWaitTime":61000.0}"# || status != 200)
  }

  @Test("a global variable changes for the calls that begin afterwards")
  func variables() throws {
    var driver = Self.driver()
    let path = "/organization/org-1/cad-variable/Greeting"
    func status(_ path: String, _ body: String) -> Int? {
      driver.request("PUT", path, token: "configurer", body: body)?.status
    }
    #expect(status(path, "{}") == 401)
    let answer = driver.request("GET", path, body: "")
    #expect(answer?.body.contains(#""defaultValue":"Good day""#) == true)
    #expect(driver.request("PUT", path, body: #"{"defaultValue": "Hello"}"#)?.status == 403)
  }
}
