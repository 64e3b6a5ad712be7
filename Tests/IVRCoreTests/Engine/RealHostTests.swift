import Foundation
import IVRCore
import IVRTestSupport
import Testing

/// Flows that ask hosts outside.
@Suite struct RealHostTests {
  private func driver(
    _ properties: String = "", url: String = "https://real.example:8443/x?dn=1",
    hosts: [RealHost] = [RealHost("REAL.example")]
  ) -> CallDriver {
    let flow = SampleFlow(
      [
        "Ask: http-request-v2 {\"httpRequestUrl\":\"\(url)\"\(properties)}",
        "After: play-message {\(SampleFlow.say("{{Ask.httpStatusCode}} {{Ask.httpResponseBody}}"))}",
        "Bye: disconnect-contact {}",
      ],
      ["Start.out > Ask", "Ask.default > After", "After.default > Bye"])
    var world = flow.world()
    world.realHosts = hosts
    var driver = CallDriver(world)
    driver.dial()
    return driver
  }

  private func ask(_ driver: CallDriver) -> ActivityRecord? {
    driver.records.first { $0.label == "Ask" }
  }

  @Test("the request leaves, and its answer goes on with the call")
  func answered() throws {
    var driver = driver()
    let sent = try #require(driver.outgoing.first)
    #expect(sent.isOfFlow && sent.patience == 2_000)
    #expect(sent.request.url == "https://real.example:8443/x?dn=1")
    #expect(driver.engine.isAskingOutside)
    driver.advance(1_500)
    #expect(driver.engine.isAskingOutside && ask(driver) == nil)
    driver.act(.delivered(sent.id, .response(HTTPResponse(status: 201, body: "ok"))))
    #expect(!driver.engine.isAskingOutside)
    #expect(driver.heard.last == "201 ok")
    #expect(ask(driver)?.details.last?.value == "real.example answered, a real host")
    let hit = try #require(driver.engine.state.mocks.hits.last)
    #expect(hit.target == "real host" && hit.status == 201)
    driver.act(.delivered(sent.id, .response(HTTPResponse(status: 500, body: "again"))))
    #expect(driver.outgoing.count == 1)
  }

  @Test("no answer in time, told by the clock or by the client, is the activity's error once")
  func timedOut() throws {
    var byClock = driver(",\"httpResponseTimeout\":\"700\"")
    let sent = try #require(byClock.outgoing.first)
    byClock.advance(60_000)
    #expect(ask(byClock)?.outcome == "error" && !byClock.engine.isAskingOutside)
    byClock.act(.delivered(sent.id, .response(HTTPResponse(status: 200, body: "late"))))
    #expect(byClock.records.count { $0.label == "Ask" } == 1)
    var byClient = driver()
    let other = try #require(byClient.outgoing.first)
    byClient.act(.delivered(other.id, .timedOut(2_000)))
    #expect(ask(byClient)?.outcome == "error")
    byClient.advance(60_000)
    #expect(byClient.records.count { $0.label == "Ask" } == 1)
  }

  @Test("a status of 5xx is asked again, an unreachable host is not")
  func retries() throws {
    var driver = driver()
    for number in 0..<2 {
      #expect(driver.outgoing.count == number + 1)
      let id = try #require(driver.outgoing.last?.id)
      driver.act(.delivered(id, .response(HTTPResponse(status: 503, body: "no"))))
    }
    #expect(driver.outgoing.count == 2 && driver.heard.last == "503 no")
    var lost = self.driver()
    let id = try #require(lost.outgoing.last?.id)
    lost.act(.delivered(id, .transportError("Could not resolve host.")))
    #expect(lost.outgoing.count == 1 && ask(lost)?.outcome == "error")
  }

  @Test(
    "only hosts that are named leave, and mocks and the lab's own hosts never do",
    arguments: [
      ("https://other.example/", []), ("https://sub.real.example/", []),
      ("https://real.example.evil.example/", []), ("https://mock.example/broken", []),
      ("https://api.wxcc-us1.cisco.com/v1/tasks", []), ("HTTPS://Real.Example/", ["real.example"]),
    ] as [(String, [String])])
  func named(url: String, expected: [String]) {
    let hosts = ["real.example", "mock.example", "api.wxcc-us1.cisco.com"].map { RealHost($0) }
    let driver = driver(url: url, hosts: hosts)
    #expect(driver.outgoing.count == expected.count)
  }

  @Test("a client of the lab's server reaches nobody through it")
  func noProxy() {
    var driver = driver()
    let before = driver.outgoing.count
    let answer = driver.request("GET", "/x", host: "https://real.example", body: "")
    #expect(answer?.status == 502 && driver.outgoing.count == before)
  }

  @Test("the state with a request under way is saved and goes on")
  func saved() throws {
    let first = driver()
    let data = try JSONEncoder().encode(first.engine.state)
    let state = try JSONDecoder().decode(EngineState.self, from: data)
    var second = CallDriver(first.engine.world, state: state)
    let sent = try #require(first.outgoing.first)
    second.act(.delivered(sent.id, .response(HTTPResponse(status: 200, body: "ok"))))
    #expect(second.heard.last == "200 ok")
  }
}
