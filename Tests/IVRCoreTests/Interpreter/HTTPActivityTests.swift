import IVRCore
import IVRTestSupport
import Testing

@Suite struct HTTPActivityTests {
  private let tail = ["Ask.default > After", "After.default > Bye"]
  private let rest = [
    "After: play-message {\(SampleFlow.say("{{Ask.httpStatusCode}} {{a}}{{b}}{{c}}"))}",
    "Bye: disconnect-contact {}",
  ]

  private func call(
    _ properties: String, variables: [String] = ["a STRING", "b STRING", "c STRING keep"],
    unmocked: UnmockedAnswer = .error, _ prepare: (inout CallDriver) -> Void = { _ in }
  ) -> CallDriver {
    let flow = SampleFlow(
      ["Ask: http-request-v2 {\(properties)}"] + rest, ["Start.out > Ask"] + tail,
      variables: variables)
    var driver = CallDriver(flow.world(unmocked: unmocked))
    prepare(&driver)
    driver.dial()
    driver.run { $0.event.name == "call-ended" }
    return driver
  }

  @Test("values come out of a mocked answer; a path that leads nowhere leaves its variable")
  func outputs() {
    let rows = """
      "outputVariableArray":[{"outputVariable":"a","jsonPathExp":"$[0].ep"},
      {"outputVariable":"b","jsonPathExp":"$..number"},
      {"outputVariable":"c","jsonPathExp":"$[0].nothing"},
      {"outputVariable":"c","jsonPathExp":"$[0].none"},
      {"outputVariable":"Select","jsonPathExp":""}]
      """
    let driver = call(
      """
      "httpRequestUrl":"https://mock.example/vars?dn={{NewPhoneContact.DNIS | slice(2) }}",\(rows)
      """)
    #expect(driver.heard.last == #"200 ep-out["14085267209"]keep"#)
    let record = driver.records[1]
    #expect(record.modified.map(\.name) == ["a", "b"])
    #expect(driver.trace.last { $0.event.name == "activity" } != nil)
    #expect(record.details.first?.value == "GET https://mock.example/vars?dn=4694096861")
  }

  @Test("a mock takes its time")
  func latency() throws {
    let driver = call("\"httpRequestUrl\":\"https://mock.example/vars?dn=4694096861\"")
    let entry = try #require(
      driver.trace.first { entry in
        if case .activity(let record) = entry.event { record.label == "Ask" } else { false }
      })
    #expect(entry.time.since(driver.records[1].started) == 120)
  }

  @Test("a status of 5xx is asked again as often as wanted, and then leaves by default")
  func retries() {
    let driver = call(
      "\"httpRequestUrl\":\"https://mock.example/broken\",\"retryAttempts\":\"2\"")
    #expect(driver.records[1].outcome == "default")
    #expect(driver.records[1].details.map(\.name).contains("attempt 3"))
    #expect(driver.heard.last == "503 keep")
  }

  @Test("a host that nobody answers is a transport error with a sentence")
  func elsewhere() {
    let driver = call("\"httpRequestUrl\":\"https://real.example/x\"")
    #expect(driver.records[1].outcome == "error")
    #expect(driver.records[1].details.last?.value.contains("No mock of real.example fits") == true)
    #expect(driver.engine.state.phones["1"]?.lastEnding == .dropped)
  }

  @Test("the unmocked answer is marked in the trace", arguments: [UnmockedAnswer.ok, .notFound])
  func unmocked(answer: UnmockedAnswer) {
    let driver = call("\"httpRequestUrl\":\"https://real.example/x\"", unmocked: answer)
    #expect(driver.heard.last == answer.rawValue + " keep")
    #expect(driver.records[1].details.last?.value.hasPrefix("unmocked") == true)
  }

  @Test("no answer in time is an error, and what was asked happens all the same")
  func timeout() {
    let driver = call(
      """
      "authenticated":true,"connectorId":"WxCC_API","httpRequestPath":"/v1/tasks",
      "httpRequestMethod":"POST","httpResponseTimeout":10,"httpRequestBody":\(TasksAPITests.body)
      """)
    #expect(driver.records[1].details.last?.value == "No answer within 10 ms.")
    var later = driver
    later.advance(1_000)
    #expect(later.engine.state.tasks.count == 2)
  }

  @Test("the connector's token is sent and masked, and secure variables are masked everywhere")
  func secrets() {
    let driver = call(
      """
      "authenticated":true,"connectorId":"c-1","httpRequestPath":"/nowhere?pin={{pin}}",
      "httpRequestHeaders":{"X-Pin":"{{pin}}"}
      """, variables: ["a STRING", "b STRING", "c STRING {{pin}}", "pin STRING! 98765"])
    let trace = driver.lines.joined(separator: "\n")
    #expect(trace.contains("/nowhere?pin=••••••"))
    #expect(!trace.contains("98765") && !trace.contains("not-a-real-token"))
  }

  @Test("query parameters are encoded and added; GraphQL is sent as query and variables")
  func building() {
    let driver = call(
      """
      "authenticated":true,"connectorId":"x","connectorId:name":"WxCC_API",
      "httpRequestPath":"search?orgId=1","httpRequestMethod":"POST",
      "httpQueryParameters":{"q":"a b&c"},"httpContentType":"GraphQL",
      "httpRequestBodyGQL":{"query":"{ task(from: 1767607200000, to: 1767607300000) { tasks { id } } }","variables":" "}
      """)
    let details = driver.records[1].details.map(\.value)
    #expect(details[0] == "POST https://api.wxcc-us1.cisco.com/search?orgId=1&q=a%20b%26c")
    #expect(
      details[1]
        == #"{"query":"{ task(from: 1767607200000, to: 1767607300000) { tasks { id } } }","variables":{}}"#
    )
    #expect(
      details[2]
        == #"200 {"data":{"task":{"tasks":[{"id":"\#(driver.task?.id.rawValue ?? "")"}]}}}"#)
  }

  @Test("keys pressed while a request is on its way are kept for the next collecting activity")
  func typeAhead() {
    let flow = SampleFlow(
      [
        "Ask: http-request-v2 {\"httpRequestUrl\":\"https://mock.example/vars?dn=4694096861\"}",
        "Number: ivr-collectdigits {\(SampleFlow.say("Type.")),\"interruptible\":true}",
      ], ["Start.out > Ask", "Ask.default > Number"])
    var driver = CallDriver(flow.world())
    driver.dial()
    driver.press("12#")
    driver.advance(200)
    #expect(driver.records.last?.waitEnding == .terminator)
    #expect(driver.records.last?.detail("DigitsEntered") == "12")
  }
}
