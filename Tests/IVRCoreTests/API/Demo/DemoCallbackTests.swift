import Foundation
import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite("Callbacks of the demo page") struct DemoCallbackTests {
  @Test("an agent's callback is told from its place in line to its end")
  func agentCalls() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "agent")
    #expect(driver.phase(key) == "waiting" && driver.title(key) == "You are next in line")
    #expect(driver.task?.queue == "q-out" && driver.task?.isCallback == true)
    let detail = driver.news(key)["fields"]?["detail"]?.string
    #expect(detail?.contains(DemoLab.phone) == true)
    driver.act(.agent("a-1", .available))
    #expect(driver.phase(key) == "ready" && driver.news(key)["step"]?.int64 == 1)
    driver.act(.agent("a-1", .decline))
    #expect(driver.phase(key) == "waiting")
    driver.act(.agent("a-1", .available))
    driver.act(.agent("a-1", .accept))
    #expect(driver.phase(key) == "ringing")
    driver.act(.answer("2"))
    #expect(driver.phase(key) == "talking" && !driver.engine.news(of: .callback(key: key)).isLast)
    driver.act(.agent("a-1", .end))
    #expect(driver.phase(key) == "done" && driver.engine.news(of: .callback(key: key)).isLast)
    driver.act(.agent("a-1", .wrapUp("Resolved")))
    #expect(driver.phase(key) == "done" && driver.news(key)["step"]?.int64 == 4)
    #expect(
      driver.engine.desktopVariables(of: try #require(driver.task?.id)).map(\.value)
        == ["Demo page"])
  }

  @Test("now: the phone rings at once, and the flow speaks")
  func callNow() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "now")
    #expect(driver.phase(key) == "ringing" && driver.news(key)["step"]?.int64 == 1)
    driver.act(.answer("2"))
    #expect(driver.phase(key) == "talking")
    driver.advance(60_000)
    #expect(driver.phase(key) == "done" && driver.news(key)["step"]?.int64 == 3)
  }

  @Test("in five minutes: the minutes are told, and it can be taken back")
  func callLater() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "in5")
    #expect(driver.title(key) == "We call you in about 5 minutes")
    driver.advance(181_000)
    #expect(driver.title(key) == "We call you in about 2 minutes")
    driver.advance(120_000)
    #expect(driver.phase(key) == "ringing")
    driver.act(.refuse("2"))
    #expect(driver.phase(key) == "failed")

    let other = try driver.ask(when: "in5")
    #expect(driver.phase(other) == "scheduled")
    let cancelled = try driver.post("/demo/callbacks/\(other)/cancel")
    #expect(cancelled.status == 303)
    #expect(driver.phase(other) == "cancelled")
    driver.advance(400_000)
    #expect(driver.engine.state.phones["2"]?.state == .idle)
    #expect(driver.engine.state.webCallbacks.values.last?.outcome(.cancelled) == .cancelled)
    #expect(driver.engine.state.breaches.isEmpty && driver.engine.state.ledger.count == 0)
  }

  @Test(
    "whom it does not reach hears why",
    arguments: [
      (CallOutcome.busy, "The line of +1\u{A0}408\u{A0}526\u{A0}7209 was busy."),
      (.errorTone, "could not be called."), (.noAnswer, "Nobody answered at"),
    ])
  func fails(outcome: CallOutcome, words: String) throws {
    var driver = DemoLab.driver()
    driver.act(.setOutcome("2", outcome))
    let key = try driver.ask(when: "now")
    driver.advance(60_000)
    #expect(driver.phase(key) == "failed" && driver.title(key) == "We could not reach you")
    let detail = try #require(driver.news(key)["fields"]?["detail"]?.string)
    #expect(detail.contains(words), "\(detail)")
  }

  @Test("a second request for a number is refused in plain words, whatever was chosen")
  func duplicate() throws {
    var driver = DemoLab.driver()
    let first = try driver.ask(when: "agent")
    for when in ["agent", "now", "in5"] {
      let second = try driver.ask(when: when, phone: "408-526-7209")
      #expect(driver.phase(second) == "refused")
      #expect(driver.title(second) == "You already have a callback waiting")
      #expect(driver.engine.news(of: .callback(key: second)).isLast)
    }
    #expect(driver.phase(first) == "waiting")
    _ = try driver.post("/demo/callbacks/\(first)/cancel")
    #expect(driver.phase(first) == "cancelled")
    let third = try driver.ask(when: "agent")
    #expect(driver.phase(third) == "waiting")
  }

  @Test("a callback that is being made goes on although its visitor cancels")
  func tooLate() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "now")
    let cancelled = try driver.post("/demo/callbacks/\(key)/cancel")
    #expect(cancelled.status == 303)
    #expect(driver.phase(key) == "ringing")
  }

  @Test("8x8 out of service, and the end of the longest wait")
  func services() throws {
    var driver = DemoLab.driver()
    driver.act(.setFault(.webCallbackDown(true)))
    let key = try driver.ask(when: "agent")
    #expect(driver.title(key) == "Callbacks are not available right now")
    driver.act(.setFault(.webCallbackDown(false)))
    let waits = try driver.ask(when: "agent")
    driver.advance(90_000_000)
    #expect(driver.phase(waits) == "expired")
  }

  @Test("a state that is put back goes on to the same end")
  func restored() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "agent")
    let saved = try JSONEncoder().encode(driver.engine.state)
    let state = try JSONDecoder().decode(EngineState.self, from: saved)
    var other = CallDriver(driver.engine.world, state: state)
    other.act(.agent("a-1", .available))
    #expect(other.phase(key) == "ready")
  }

  @Test("the oldest requests are forgotten, their callbacks go on")
  func forgotten() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "agent")
    for number in 0..<DemoRequest.most {
      let id = driver.engine.nextRequestID()
      driver.engine.askForDemoCallback(
        DemoRequest(id: "n\(number)", choice: .agent, number: "1", time: driver.engine.state.now),
        id)
    }
    #expect(driver.engine.state.demoRequests.count == DemoRequest.most)
    let page = try driver.get("/demo/callbacks/\(key)")
    #expect(driver.phase(key) == "unknown" && page.status == 404)
  }
}
