import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct WebhookTests {
  private static let secret = "01234567890123456789012345678901"

  private func driver() -> CallDriver {
    var world = SampleFlow(
      ["Queue: queue-contact {\"destination\":\"q-1\"}"], ["Start.out > Queue"]
    ).world()
    world.lab.latency = Latency(search: 0, tasks: 0, ledger: 0)
    world.lab.tokens.append(
      AccessToken(token: "configurer", scopes: ["cjp:config_write", "cjp:user"]))
    return CallDriver(world)
  }

  private func order(_ change: (inout JSONObject) -> Void = { _ in }) -> String {
    var order: JSONObject = [
      "name": "Test", "eventTypes": ["task:new", "task:parked", "task:connect", "task:ended"],
      "destinationUrl": "http://127.0.0.1:9/hook", "secret": .string(Self.secret),
    ]
    change(&order)
    return JSONText.print(.object(order))
  }

  private func subscribe(
    _ driver: inout CallDriver, version: String = "v1", _ body: String
  ) -> HTTPResponse? {
    driver.request("POST", "/\(version)/subscriptions", token: "configurer", body: body)
  }

  private func types(_ driver: CallDriver) -> [String] {
    driver.outgoing.compactMap { try? JSONText.parse($0.request.body)["type"]?.string }
  }

  @Test("what happens to a call is told in order, signed with the secret")
  func events() throws {
    var driver = driver()
    #expect(subscribe(&driver, order())?.status == 201)
    driver.dial()
    driver.settle()
    driver.act(.agent("a-1", .available))
    driver.settle()
    driver.act(.hangUp("1"))
    driver.settle()
    #expect(types(driver) == ["task:new", "task:parked", "task:connect", "task:ended"])
    let hook = try #require(driver.outgoing.last?.request)
    let code = SHA256.authenticationCode(
      of: Array(hook.body.utf8), key: Array(Self.secret.utf8))
    #expect(hook.header("X-WebexCC-Signature") == code)
    #expect(hook.header("X-WebexCC-Timestamp") == nil && hook.url == "http://127.0.0.1:9/hook")
    let event = try JSONText.parse(hook.body)
    #expect(event["data"]?["reason"] == "Customer Left")
    #expect(event["data"]?["terminatingParty"] == "Customer")
    #expect(event["comciscoorgid"] == "org-1" && event["specversion"] == "1.0")
  }

  @Test("version 2 sends a time stamp that is the body's own")
  func version2() throws {
    var driver = driver()
    let body = order {
      $0["eventTypes"] = ["agent:state_change"]
      $0["resourceVersion"] = "agent:1.0.0"
    }
    #expect(subscribe(&driver, version: "v2", body)?.status == 201)
    driver.act(.agent("a-1", .available))
    driver.settle()
    let hook = try #require(driver.outgoing.first?.request)
    let event = try JSONText.parse(hook.body)
    let stamp = try #require(event["comciscotimestamp"]?.int64)
    #expect(hook.header("X-WebexCC-Timestamp") == String(stamp))
    #expect(hook.header("X-WebexCC-Webhook-Version") == "agent:1.0.0")
    #expect(event["data"]?["currentState"] == "available")
  }

  @Test("a webhook that fails is sent again after 1, 5 and 25 seconds, then given up")
  func retries() throws {
    var driver = driver()
    _ = subscribe(&driver, order { $0["eventTypes"] = ["task:new"] })
    driver.dial()
    driver.settle()
    let id = try #require(driver.outgoing.first?.id)
    for (pause, count) in [(1_000, 2), (5_000, 3), (25_000, 4), (100_000, 4)] as [(Int64, Int)] {
      driver.act(.delivered(id, .response(HTTPResponse(status: 503, body: ""))))
      driver.advance(pause)
      #expect(driver.outgoing.count == count)
    }
    let bodies = Set(driver.outgoing.map(\.request.body))
    #expect(bodies.count == 1)
    #expect(driver.lines.contains { $0.contains("given up: 503") })
    driver.act(.delivered(id, .timedOut(5_000)))
    driver.advance(100_000)
    #expect(driver.outgoing.count == 4)
  }

  @Test("a subscription is shown without its secret, changed, silenced and deleted")
  func administration() throws {
    var driver = driver()
    let created = try #require(subscribe(&driver, order()))
    let id = try #require(try JSONText.parse(created.body)["id"]?.string)
    #expect(!created.body.contains(Self.secret))
    let path = "/v1/subscriptions/\(id)"
    func ask(_ method: String, _ path: String, _ body: String = "") -> HTTPResponse? {
      driver.request(method, path, token: "configurer", body: body)
    }
    #expect(ask("GET", path)?.body == created.body)
    #expect(ask("PATCH", path, #"{"status": "inactive"}"#)?.status == 200)
    driver.dial()
    driver.settle()
    #expect(driver.outgoing.isEmpty)
    #expect(ask("GET", "/v1/subscriptions")?.body.contains("inactive") == true)
    #expect(ask("DELETE", path)?.status == 204)
    let gone = try #require(ask("GET", path))
    #expect(gone.status == 404)
    #expect(try JSONText.parse(gone.body)["error"]?["key"] == 404)
    #expect(ask("GET", "/v2/event-types")?.body.contains("task:parked") == true)
  }

  @Test(
    "what is wrong with a subscription is said",
    arguments: [
      ("name", "abc", "name is shorter"), ("name", nil, "name is missing"),
      ("secret", "short", "secret is shorter"), ("eventTypes", ["task:created"], "did you mean"),
      ("eventTypes", [], "eventTypes is empty"), ("eventTypes", "task:new", "not a list"),
      ("destinationUrl", "http://example.com/", "https"), ("destinationUrl", "ftp://x", "https"),
      ("destinationUrl", "https://", "https"), ("status", "on", "active, inactive"),
    ] as [(String, JSONValue, String)])
  func faults(member: String, value: JSONValue, reason: String) throws {
    var driver = driver()
    let answer = try #require(subscribe(&driver, order { $0[member] = value }))
    #expect(answer.status == 400)
    #expect(answer.body.contains(reason), "\(answer.body)")
  }

  @Test("no more than 20 subscriptions")
  func limit() {
    var driver = driver()
    let statuses = (0..<21).map { _ in subscribe(&driver, order())?.status }
    #expect(statuses == Array(repeating: 201, count: 20) + [409])
  }

  /// Source: RFC 4231, test cases 2 and 6.
  @Test("authentication codes")
  func codes() {
    let short = SHA256.authenticationCode(
      of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
    #expect(short == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = SHA256.authenticationCode(
      of: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      key: Array(repeating: 0xAA, count: 131))
    #expect(long == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }
}
