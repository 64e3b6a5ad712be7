import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct ScheduledCallbackTests {
  private static let path = "/v1/callbacks/organization/org-1/scheduled-callback"

  /// The lab begins on 5 January 2026 at 10:00 UTC, which is 05:00 in New York.
  private static let order: JSONObject = [
    "customerName": "Ada", "callbackNumber": "+14085267209", "timezone": "America/New_York",
    "scheduleDate": "2026-01-05", "startTime": "06:00:00", "endTime": "07:00:00",
    "queueId": "q-out", "callbackReason": "Invoice",
  ]

  private func driver() -> CallDriver {
    CallDriver(SampleFlow(["End: end {}"], ["Start.out > End"]).world())
  }

  private func text(_ change: (inout JSONObject) -> Void = { _ in }) -> String {
    var order = Self.order
    change(&order)
    return JSONText.print(.object(order))
  }

  @Test("at the beginning of its window a callback waits in its queue")
  func due() throws {
    var driver = driver()
    #expect(driver.request("POST", Self.path, body: text())?.status == 201)
    driver.advance(3_500_000)
    #expect(driver.engine.state.tasks.count == 0)
    driver.advance(100_000)
    let task = try #require(driver.task)
    #expect(task.status == .parked && task.queue == "q-out" && task.callback?.origin == "api")
    #expect(task.createdTime == CivilTime.parse("2026-01-05T11:00:00Z"))
    #expect(task.attributes.first?.value == "Invoice")
    #expect(driver.engine.state.ledger.count == 1)
  }

  @Test("callbacks are found by their exact number, changed and given up")
  func administration() throws {
    var driver = driver()
    let first = driver.request("POST", Self.path, body: text())
    let created = try #require(first)
    let id = try #require(try JSONText.parse(created.body)["id"]?.string)
    func count(_ query: String) throws -> JSONValue? {
      let answer = driver.request("GET", Self.path + query, body: "")
      return try JSONText.parse(answer?.body ?? "")["meta"]?["totalRecords"]
    }
    #expect(try count("?callbackNumber=%2B14085267209") == 1)
    #expect(try count("?callbackNumber=14085267209") == 0)
    #expect(driver.request("GET", Self.path, body: "")?.status == 400)
    let later = text { $0["startTime"] = "06:30:00" }
    #expect(driver.request("PUT", Self.path + "/" + id, body: later)?.status == 200)
    driver.advance(3_700_000)
    #expect(driver.engine.state.tasks.count == 0)
    #expect(driver.request("DELETE", Self.path + "/" + id, body: "")?.status == 204)
    driver.advance(3_700_000)
    #expect(driver.engine.state.tasks.count == 0)
    #expect(driver.request("GET", Self.path + "/" + id, body: "")?.status == 404)
  }

  @Test(
    "what is wrong with a callback is said",
    arguments: [
      ("startTime", "05:20:00", "30 minutes from now"), ("scheduleDate", "2026-03-05", "31 days"),
      ("endTime", "06:20:00", "30 minutes to 8 hours"), ("endTime", "15:00:00", "8 hours"),
      ("timezone", "Mars/Base", "Mars"), ("scheduleDate", "5.1.2026", "YYYY-MM-DD"),
      ("callbackNumber", "12", "no telephone number"), ("queueId", "none", "no queue"),
      ("customerName", nil, "customerName is missing"), ("assigneeAgent", "x", "no agent"),
    ] as [(String, JSONValue, String)])
  func faults(member: String, value: JSONValue, reason: String) throws {
    var driver = driver()
    let body = text { $0[member] = value }
    let response = driver.request("POST", Self.path, body: body)
    let answer = try #require(response)
    #expect(answer.status == 400)
    #expect(answer.body.contains(reason), "\(answer.body)")
  }

  @Test("another organisation's callbacks are not told")
  func organisation() {
    var driver = driver()
    let other = "/v1/callbacks/organization/other/scheduled-callback"
    #expect(driver.request("POST", other, body: text())?.status == 403)
  }
}
