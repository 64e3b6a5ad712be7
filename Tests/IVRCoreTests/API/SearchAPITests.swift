import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct SearchAPITests {
  private let fields =
    "tasks { id callbackData { callbackNumber callbackStatus callbackConnectTime } }"

  /// A lab with two waiting callbacks; the second is newer.
  private func driver() -> CallDriver {
    var driver = CallDriver(SampleFlow(["End: end {}"], ["Start.out > End"]).world())
    for number in ["14085267209", "13035550142"] {
      var order = TasksAPITests.order.object ?? [:]
      order["destination"] = .string(number)
      _ = driver.request("POST", "/v1/tasks", body: JSONText.print(.object(order)))
      driver.advance(60_000)
    }
    return driver
  }

  private func search(
    _ query: String, variables: JSONValue = [:], _ driver: inout CallDriver
  ) -> (status: Int, body: JSONValue) {
    let body: JSONValue = ["query": .string(query), "variables": variables]
    let response = driver.request("POST", "/search", body: JSONText.print(body))
    return (response?.status ?? 0, (try? JSONText.parse(response?.body ?? "")) ?? .null)
  }

  private func numbers(_ filter: String) -> [String?] {
    var driver = driver()
    let query = "{ taskDetails(from: 0, to: \"9999999999999\", filter: \(filter)) { \(fields) } }"
    let from = driver.engine.state.now.milliseconds - 3_600_000
    let answer = search(query.replacing("from: 0", with: "from: \(from)"), &driver)
    return (answer.body["data"]?["taskDetails"]?["tasks"]?.array ?? []).map {
      $0["callbackData"]?["callbackNumber"]?.string
    }
  }

  @Test("the newest task comes first")
  func order() { #expect(numbers("{}") == ["13035550142", "14085267209"]) }

  @Test(
    "filters of both styles",
    arguments: [
      ("{callbackData: {equals: {callbackNumber: \"14085267209\"}}}", 1),
      ("{callbackData: {callbackNumber: {equals: \"14085267209\"}}}", 1),
      ("{callbackData: {equals: {callbackNumber: \"+14085267209\"}}}", 0),
      ("{and: [{lastEntryPoint: {id: {equals: \"ep-out\"}}}, {isActive: {equals: true}}]}", 2),
      ("{or: [{origin: {equals: \"x\"}}, {origin: {contains: \"40852\"}}]}", 1),
      ("{not: {origin: {match: \"1303.+\"}}}", 1), ("{lastAgent: {id: {notequals: null}}}", 0),
      ("{lastQueue: {notequals: {id: null}}}", 2), ("{channelType: {equals: telephony}}", 2),
      ("{callbackData: {callbackConnectTime: {lt: 0}, callbackRetryCount: {gte: \"0\"}}}", 2),
      ("{status: {notequals: \"parked\"}}", 0), ("{isCallback: {notequals: true}}", 0),
    ])
  func filters(filter: String, count: Int) { #expect(numbers(filter).count == count) }

  @Test("the query of document 001 finds the waiting callback by strings of digits")
  func document001() {
    let query = """
      query callbackSearch($from: Long!, $to: Long!, $filter: TaskDetailsFilters) {
      taskDetails(from: $from, to: $to, filter: $filter) {
        tasks { callbackData { callbackRequestTime callbackConnectTime callbackNumber
          callbackStatus callbackOrigin callbackType } lastEntryPoint { id name } } } }
      """
    var driver = driver()
    let now = driver.engine.state.now.milliseconds
    let variables: JSONValue = [
      "from": .string(String(now - 15_000_000)), "to": .string(String(now)),
      "filter": [
        "and": [
          ["callbackData": ["equals": ["callbackNumber": "14085267209"]]],
          ["lastEntryPoint": ["id": ["equals": "ep-out"]]],
        ]
      ],
    ]
    let task = search(query, variables: variables, &driver).body["data"]?["taskDetails"]?["tasks"]
    #expect(task?.array?.count == 1)
    #expect(task?[0]?["callbackData"]?["callbackConnectTime"] == -1)
    #expect(task?[0]?["callbackData"]?["callbackStatus"] == "Not Processed")
    #expect(task?[0]?["lastEntryPoint"] == ["id": "ep-out", "name": "Outdial"])
  }

  @Test("times outside the window do not match; fields the lab does not know are null")
  func window() {
    var driver = driver()
    let now = driver.engine.state.now.milliseconds
    let query =
      "{ task(from: \(now - 70_000), to: \(now)) { tasks { origin csatScore feedback { type } } pageInfo { hasNextPage } } }"
    let data = search(query, &driver).body["data"]?["task"]
    #expect(
      data == [
        "tasks": [["origin": "13035550142", "csatScore": nil, "feedback": ["type": nil]]],
        "pageInfo": ["hasNextPage": false],
      ])
  }

  @Test(
    "a query may ask for an order; the newest stays first among equals",
    arguments: [
      ("createdTime(sort: asc)", ["14085267209", "13035550142"]),
      ("createdTime(sort: desc)", ["13035550142", "14085267209"]),
      ("status(sort: asc)", ["13035550142", "14085267209"]),
      ("callbackData { callbackNumber(sort: desc) }", ["14085267209", "13035550142"]),
      ("endedTime(sort: asc) createdTime(sort: asc)", ["14085267209", "13035550142"]),
    ])
  func sorting(fields: String, expected: [String]) {
    var driver = driver()
    let now = driver.engine.state.now.milliseconds
    let query = "{ task(from: \(now - 999_000), to: \(now)) { tasks { origin \(fields) } } }"
    let tasks = search(query, &driver).body["data"]?["task"]?["tasks"]?.array ?? []
    #expect(tasks.map { $0["origin"]?.string } == expected)
  }

  @Test("what is wrong with a query is answered with 400, a reason, a place and a class")
  func badQueries() {
    let queries: [(String, String, String)] = [
      ("{ taskDetails(from: 1, to: 2) { tasks { stauts } } }", "stauts", "ValidationError"),
      ("{ taskDetails(to: 2) { tasks { id } } }", "from", "ValidationError"),
      ("{ taskDetails(from: 1, to: 2) { tasks { id }", "", "InvalidSyntax"),
      ("{ nothing }", "nothing", "ValidationError"),
    ]
    var driver = driver()
    for (query, word, classification) in queries {
      let answer = search(query, &driver)
      #expect(answer.status == 400)
      let message = answer.body["error"]?["message"]?[0]?["description"]?.string ?? ""
      #expect(message.contains(word) && message.contains("line 1, column"), "\(message)")
      #expect(
        answer.body["errors"]?[0]?["extensions"]?["classification"]?.string == classification)
    }
    #expect(search("{ task(from: 1, to: 2) { tasks { id } } }", &driver).status == 400)
    #expect(driver.request("POST", "/search", body: "{")?.status == 400)
    #expect(driver.request("POST", "/search", body: "{}")?.status == 400)
  }
}
