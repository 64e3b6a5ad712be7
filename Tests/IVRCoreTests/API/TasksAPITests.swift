import Foundation
import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct TasksAPITests {
  /// A body that creates a callback, as a JSON string inside a document.
  static let body = JSONText.print(.string(JSONText.print(order)))

  /// The same, as it is sent.
  static var orderText: String { JSONText.print(order) }

  static let order: JSONValue = [
    "entryPointId": "ep-out", "destination": "14085267209",
    "attributes": ["Message": "tester", "To Queue": "sales"], "outboundType": "CALLBACK",
    "mediaType": "telephony",
    "callback": ["callbackOrigin": "web", "callbackType": "immediate"],
  ]

  private func driver() -> CallDriver {
    CallDriver(SampleFlow(["End: end {}"], ["Start.out > End"]).world())
  }

  private func changed(_ change: (inout JSONObject) -> Void) -> String {
    var object = Self.order.object ?? [:]
    change(&object)
    return JSONText.print(.object(object))
  }

  @Test("a callback is created, waits, and is answered with its id")
  func created() throws {
    var driver = driver()
    let answer = driver.request("POST", "/v1/tasks", body: JSONText.print(Self.order))
    let response = try #require(answer)
    let task = try #require(driver.task)
    #expect(response.status == 201)
    #expect(
      try JSONText.parse(response.body)
        == ["meta": ["orgId": "org-1"], "data": ["id": .string(task.id.rawValue)]])
    #expect(task.status == .parked && task.queue == "q-out" && task.callback?.origin == "web")
    #expect(task.attributes.map(\.name) == ["Message", "To Queue"])
    #expect(driver.engine.state.ledger.count == 1)
  }

  @Test("the guard answers a second callback to the number with 409 and names the first")
  func duplicate() throws {
    var driver = driver()
    _ = driver.request("POST", "/v1/tasks", body: JSONText.print(Self.order))
    let first = try #require(driver.task?.id)
    let other = changed { $0["destination"] = "+1 (408) 526-7209" }
    let response = driver.request("POST", "/v1/tasks", body: other)
    #expect(response?.status == 409)
    #expect(response?.body.contains(first.rawValue) == true)
    #expect(driver.engine.state.tasks.count == 1)
    driver.act(.setGuard("q-out", .off))
    #expect(driver.request("POST", "/v1/tasks", body: other)?.status == 201)
  }

  @Test("what is wrong with a request is answered with 400 and a reason")
  func badRequests() throws {
    let bodies: [(String, String)] = [
      ("{", "not JSON"), ("[]", "not a JSON object"),
      (changed { $0["destination"] = nil }, "destination is missing"),
      (changed { $0["destination"] = " " }, "destination is missing"),
      (changed { $0["destination"] = "abc" }, "no telephone number"),
      (changed { $0["mediaType"] = "chat" }, "mediaType"),
      (changed { $0["entryPointId"] = "ep-nope" }, "no entry point"),
      (changed { $0["entryPointId"] = "ep-in" }, "inbound"),
      (changed { $0["outboundType"] = "OUTDIAL" }, "outboundType"),
      (changed { $0["callback"] = nil }, "callback is missing"),
      (changed { $0["callback"] = ["callbackOrigin": "ivr"] }, "callbackOrigin"),
      (changed { $0["attributes"] = ["a": 1] }, "attributes.a is not text"),
    ]
    var driver = driver()
    for (body, reason) in bodies {
      let answer = driver.request("POST", "/v1/tasks", body: body)
      let response = try #require(answer)
      #expect(response.status == 400)
      #expect(response.body.contains(reason), "\(response.body)")
      #expect(try JSONText.parse(response.body)["error"]?["key"] == "400")
    }
    #expect(driver.engine.state.tasks.count == 0)
  }

  @Test(
    "who may not create tasks is told so",
    arguments: [
      (nil, "/v1/tasks", 401), ("unknown", "/v1/tasks", 401), ("reader-only", "/v1/tasks", 403),
      (nil, "/search", 400), ("unknown", "/search", 401), ("", "/search", 401),
      ("nothing-at-all", "/search", 403),
    ])
  func authorization(token: String?, path: String, status: Int) {
    var driver = driver()
    let response = driver.request("POST", path, token: token, body: "{}")
    #expect(response?.status == status)
  }

  @Test(
    "a path that the lab does not serve is answered with 404, a wrong method with 405",
    arguments: [("DELETE", "/search", 405), ("PUT", "/search", 405), ("POST", "/v2/tasks", 404)])
  func refusedPath(method: String, path: String, status: Int) {
    var driver = driver()
    let response = driver.request(method, path, body: "")
    #expect(response?.status == status)
    #expect(response?.headers.contains(HTTPHeader("Allow", "POST")) == (status == 405))
  }
}
