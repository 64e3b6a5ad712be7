import Foundation
import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite struct WebCallbackLifeTests {
  private static let common = "back=http://www.acmejet.com/ctdresult.php&caller_id=18006664444&"
  private static let userData =
    "ctl_userdata=[ctl_callbackUrl|https://mywebporter.com/callback.php]"
    + "[Transactionid__c|$interaction_guid$][CallAnswerTime|$call_answered_time$]"
    + "[foreign_key|1234456677]"

  private func callback(_ driver: CallDriver) -> WebCallback? {
    driver.engine.state.webCallbacks.values.last
  }

  @Test("example 1: called now, the channel's flow speaks, nobody is told")
  func callNow() throws {
    var driver = WebCallbackLab.driver()
    let answer = driver.ask(
      WebCallbackLab.query(Self.common + "callback_type=1&channel_number=18006661212"))
    #expect(answer?.headers.first?.value == "http://www.acmejet.com/ctdresult.php")
    #expect(driver.engine.state.phones["2"]?.state == .ringing(try #require(driver.task?.id)))
    #expect(callback(driver)?.callerID == "18006664444")
    driver.act(.answer("2"))
    #expect(driver.lines.contains { $0.contains("Hello again") })
    #expect(driver.task?.origin == "+16505551212" && driver.task?.entryPoint == "ep-in")
    driver.advance(60_000)
    #expect(driver.task?.ending == .endedByFlow && driver.lastHit == nil)
    #expect(driver.engine.state.breaches.isEmpty && driver.engine.state.ledger.count == 0)
  }

  @Test("example 2: called after 300 s, then the address is told")
  func callLater() throws {
    var driver = WebCallbackLab.driver()
    let start = driver.engine.state.now
    _ = driver.ask(
      WebCallbackLab.query(
        Self.common + "callback_type=1&channel_number=18006661212&callback_delay=300&"
          + Self.userData))
    let task = try #require(driver.task?.id)
    #expect(driver.engine.state.phones["2"]?.state == .idle)
    driver.advance(start.advanced(by: 300_080).since(driver.engine.state.now) - 1)
    #expect(driver.engine.state.phones["2"]?.state == .idle)
    driver.advance(1)
    #expect(driver.engine.state.phones["2"]?.state == .ringing(task))
    driver.advance(5_000)
    driver.act(.answer("2"))
    let answered = driver.engine.state.now.milliseconds / 1000
    driver.advance(60_000)
    let hit = try #require(driver.lastHit)
    #expect(hit.target == "inbox" && hit.task == task && hit.origin == "web callback")
    #expect(hit.method == "POST" && hit.url == "https://mywebporter.com/callback.php")
    #expect(
      hit.body == "Transactionid__c=\(task)&CallAnswerTime=\(answered)&foreign_key=1234456677"
        + "&ctl_result=answered&ctl_callback_type=1&ctl_phone=16505551212")
  }

  @Test("examples 3 and 4: an agent takes it, wraps up, then the address is told")
  func agentCalls() throws {
    var driver = WebCallbackLab.driver()
    let data =
      "&extTransactionData=[Case|77][Name|Ada%20L]&" + Self.userData
      + "[codes|$transaction_codes$][desc|$lastTclCodeDesc$][n|$notes$][cli|$caller_id$]"
    _ = driver.ask(
      WebCallbackLab.query(
        Self.common + "callback_type=2&queue_id=103&expiration=3600" + data))
    let task = try #require(driver.task?.id)
    #expect(driver.task?.status == .parked && driver.task?.queue == "q-2")
    driver.advance(100_000)
    driver.act(.agent("a-1", .available))
    #expect(
      driver.engine.desktopVariables(of: task).map { "\($0.name)=\($0.value)" }
        == ["Case=77", "Name=Ada L"])
    driver.act(.agent("a-1", .accept))
    driver.act(.answer("2"))
    driver.advance(30_000)
    driver.act(.agent("a-1", .end))
    driver.act(.agent("a-1", .note("wants = more")))
    #expect(driver.lastHit == nil)
    driver.act(.agent("a-1", .wrapUp("Resolved")))
    let hit = try #require(driver.lastHit)
    let pairs = FormText(body: hit.body)
    #expect(pairs["codes"] == "Outcome:RES" && pairs["desc"] == "Resolved in the call")
    #expect(pairs["n"] == "wants = more" && pairs["cli"] == "18006664444")
    #expect(pairs["ctl_result"] == "answered" && pairs["ctl_callback_type"] == "2")
    driver.advance(4_000_000)
    #expect(driver.engine.state.queues["q-2"]?.counters.abandoned == 0)
    #expect(driver.engine.state.breaches.isEmpty)
  }

  @Test("example 4: at its deadline it is gone, counted as abandoned, even beside an agent's word")
  func expires() throws {
    var driver = WebCallbackLab.driver()
    let start = driver.engine.state.now
    _ = driver.ask(
      WebCallbackLab.query("callback_type=2&queue_id=103&expiration=3600&" + Self.userData))
    let task = try #require(driver.task?.id)
    let rest = start.advanced(by: 3_600_080).since(driver.engine.state.now)
    driver.advance(rest - 1)
    driver.act(.agent("a-1", .available))
    #expect(driver.agent?.state == .reserved(task))
    driver.engine.submit(.agent("a-1", .accept))
    // The word is said a moment before, and heard.
    driver.settle()
    #expect(driver.agent?.state == .connected(task))
    driver.advance(10_000)
    #expect(driver.engine.state.webCallbacks[task]?.failure == nil)

    var other = WebCallbackLab.driver()
    _ = other.ask(
      WebCallbackLab.query("callback_type=2&queue_id=103&expiration=3600&" + Self.userData))
    other.advance(rest - 1)
    other.act(.agent("a-1", .available))
    other.advance(1)
    other.act(.agent("a-1", .accept))
    #expect(other.agent?.state == .available && other.task?.ending == .abandoned)
    let counters = try #require(other.engine.state.queues["q-2"]?.counters)
    #expect(counters.abandoned == 1 && counters.offered == 1)
    #expect(other.engine.state.ledger.count == 0 && other.engine.state.breaches.isEmpty)
    #expect(FormText(body: other.lastHit?.body ?? "")["ctl_result"] == "expired")
    #expect(FormText(body: other.lastHit?.body ?? "")["CallAnswerTime"] == "0")
  }

  @Test(
    "the caller id is what was asked for, else the tenant's own",
    arguments: [
      ("", 1, "18006661212"), ("18006664444", 1, "18006664444"),
      ("+1 800 666 4444", 1, "18006664444"),
      ("123", 1, "18006661212"), ("Anonymous", 1, ""), ("aNONYMOUS", 2, ""),
      ("-1", 1, "18006661212"), ("-1", 2, "18006664444"), ("x", 2, "18006661212"),
    ])
  func callerID(wish: String, type: Int, expected: String) {
    var driver = WebCallbackLab.driver()
    let pairs = type == 1 ? "channel_number=18006661212" : "queue_id=103"
    let escaped = PercentEncoding.encode(wish)
    _ = driver.ask(WebCallbackLab.query("callback_type=\(type)&\(pairs)&caller_id=\(escaped)"))
    if type == 2 {
      driver.act(.agent("a-1", .available))
      driver.act(.agent("a-1", .accept))
    }
    #expect(callback(driver)?.callerID == expected)
  }

  @Test(
    "a call without agent that fails ends at once",
    arguments: [("refused", "busy"), ("missed", "no_answer"), ("busy", "busy")])
  func fails(how: String, result: String) throws {
    var driver = WebCallbackLab.driver()
    if how == "busy" { driver.act(.dial("2", number: CallDriver.number)) }
    _ = driver.ask(
      WebCallbackLab.query(
        "phone=14085267209&callback_type=1&channel_number=18006661212&" + Self.userData))
    if how == "refused" { driver.act(.refuse("2")) }
    driver.advance(40_000)
    let task = try #require(driver.task)
    #expect(task.ending == .callbackFailed && driver.agent?.state.task == nil)
    #expect(FormText(body: driver.lastHit?.body ?? "")["ctl_result"] == result)
    #expect(driver.engine.state.breaches.isEmpty && driver.engine.state.ledger.count == 0)
  }

  @Test("a second callback is taken as on the product, unless the queue's guard refuses")
  func duplicates() throws {
    var driver = WebCallbackLab.driver()
    let faithful = WebCallbackLab.query("callback_type=2&queue_id=103")
    var codes = [driver.code(faithful), driver.code(faithful)]
    #expect(codes == [0, 0])
    let guarded = WebCallbackLab.query("phone=12025550199&callback_type=2&queue_id=104")
    codes = [driver.code(guarded), driver.code(guarded)]
    #expect(codes == [0, 900])
    let answer = try driver.asked(guarded + "&back=http://x.example/")
    #expect(answer.headers.contains(HTTPHeader("Location", "http://x.example/?ctl_error=900")))
    #expect(answer.headers.contains(HTTPHeader("X-IVR-Simulator", "ctl_error 900")))
    driver.act(.setGuard("q-out", .off))
    #expect(driver.code(guarded) == 0)
    let now = WebCallbackLab.query("callback_type=1&callback_delay=60&channel_number=18006661212")
    codes = [driver.code(now), driver.code(now)]
    #expect(codes == [0, 0])
    driver.act(.setGuard("q-out", .refuse))
    let judged = WebCallbackLab.query(
      "phone=12025550177&callback_type=1&callback_delay=60&channel_number=18006665555")
    codes = [driver.code(judged), driver.code(judged)]
    #expect(codes == [0, 900])
    #expect(driver.engine.state.breaches.isEmpty)
  }

  @Test("two calls to one number do not ring at once")
  func oneDial() {
    var driver = WebCallbackLab.driver()
    let now = WebCallbackLab.query("callback_type=1&channel_number=18006661212")
    _ = driver.ask(now)
    _ = driver.ask(now)
    #expect(driver.engine.state.webCallbacks.values.map(\.failure) == [nil, .busy])
    #expect(driver.engine.state.breaches.isEmpty)
  }

  @Test("a delay is cut to the tenant's longest, a dial plan says how a number is read")
  func delayAndPlan() {
    var driver = WebCallbackLab.driver()
    _ = driver.ask(
      WebCallbackLab.query(
        "phone=02071838750&dialplan_id=2&callback_type=1&channel_number=18006661212"
          + "&callback_delay=99999"))
    #expect(callback(driver)?.order.number == "+442071838750")
    #expect(driver.engine.state.phones["2"]?.state == .idle)
    driver.advance(1_000_000)
    #expect(driver.engine.state.phones["2"]?.state != .idle)
  }

  @Test("a state that is saved in the middle goes on to the same trace")
  func saved() throws {
    var driver = WebCallbackLab.driver()
    _ = driver.ask(
      WebCallbackLab.query(
        "callback_type=1&channel_number=18006661212&callback_delay=5&" + Self.userData))
    let data = try JSONEncoder().encode(driver.engine.state)
    let state = try JSONDecoder().decode(EngineState.self, from: data)
    var other = CallDriver(driver.engine.world, state: state)
    let start = driver.trace.count
    func goOn(_ driver: inout CallDriver) {
      driver.advance(6_000)
      driver.act(.answer("2"))
      driver.advance(60_000)
    }
    goOn(&driver)
    goOn(&other)
    #expect(driver.trace[start...].map(\.line) == other.lines)
    #expect(driver.engine.state == other.engine.state)
  }

  @Test("a mock or a real host is told instead of the inbox, once and at most 5 s")
  func posts() throws {
    let mocks = """
      "mocks": [{"method": "POST", "url": "https://mywebporter.com/*", "status": 202,
        "fault": {"kind": "silence", "first": 1}},
      """
    let tenants = WebCallbackLab.tenants.replacing(
      "\"callerID\"", with: "\"realHosts\": [\"127.0.0.1\"], \"callerID\"")
    var driver = WebCallbackLab.driver(WebCallbackLab.lab(tenants, mocks: mocks))
    func end(_ url: String) {
      _ = driver.ask(
        WebCallbackLab.query(
          "callback_type=1&channel_number=18006661212&ctl_userdata=[ctl_callbackUrl|\(url)][a|b]"))
      driver.act(.refuse("2"))
      driver.advance(6_000)
    }
    end("https://mywebporter.com/x")
    #expect(driver.lastHit?.fault == .silence && driver.lastHit?.status == nil)
    #expect(driver.lines.contains { $0.contains("no answer in 5000 ms") })
    end("https://mywebporter.com/x")
    #expect(driver.lastHit?.target == "mocks[0]" && driver.lastHit?.status == 202)
    end("http://127.0.0.1:9/x")
    let sent = try #require(driver.outgoing.last)
    #expect(sent.request.body == "a=b&ctl_result=busy&ctl_callback_type=1&ctl_phone=16505551212")
    driver.act(.delivered(sent.id, .transportError("refused")))
    #expect(driver.lastHit?.target == "real host" && driver.lastHit?.status == nil)
  }
}
