import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite struct MockServerTests {
  private static let stores = """
    ,"mockStores": [{"url": "https://store.example/flowdesigner/Lab/", "latencyMilliseconds": 20,
      "collections": {"DynVars": [
        {"dn": "1", "queue": "b", "n": 10}, {"dn": "2", "queue": "a", "n": 9},
        {"id": "x", "dn": "2", "queue": "c", "n": 100, "flag": true}], "Empty": []}}]}
    """

  private static let mocks = """
    "mocks": [
      {"url": "https://m.example/list", "isCyclic": true, "answers": [
        {"body": "one", "latencyMilliseconds": 5}, {"status": 201, "body": {"two": 2}}]},
      {"url": "https://m.example/last", "answers": [{"body": "1"}, {"body": "2"}]},
      {"method": "*", "url": "https://m.example/echo/*", "isTemplate": true,
       "body": "{{ request.method }} {{ request.path }} {{ request.query.a }} {{ request.json.b }} {{ hit }}"},
      {"url": "https://m.example/bad", "isTemplate": true, "body": "{{ 1 / 0 }}"},
      {"url": "https://m.example/f", "body": "0123456789", "latencyMilliseconds": [10, 90]},
    """

  private func driver() -> CallDriver {
    WebCallbackLab.driver(WebCallbackLab.lab(Self.stores, mocks: Self.mocks))
  }

  private func ask(
    _ driver: inout CallDriver, _ method: String, _ url: String, _ body: String = ""
  ) -> HTTPResponse? {
    driver.ask("/hosts/" + url.dropFirst("https://".count), method: method, body: body)
  }

  @Test(
    "a collection answers lists with filters",
    arguments: [
      ("DynVars?dn=1", "1"), ("DynVars?dn=2", "2 x"), ("DynVars?dn=3", ""), ("DynVars", "1 2 x"),
      ("DynVars?dn=2&queue=a", "2"), ("DynVars?flag=true", "x"), ("DynVars?n=9", "2"),
      ("DynVars?nope=1", ""), ("DynVars?search=A", "2"), ("DynVars?sortBy=n", "2 1 x"),
      ("DynVars?sortBy=n&order=desc", "x 1 2"), ("DynVars?limit=2", "1 2"),
      ("DynVars?limit=2&page=2", "x"), ("DynVars?limit=2&page=9223372036854775807", ""),
      ("DynVars?limit=-1", "1 2 x"), ("DynVars?d%6e=1", "1"), ("Empty", ""), ("DynVars/", "1 2 x"),
    ])
  func lists(target: String, ids: String) throws {
    var driver = driver()
    let url = "https://store.example/flowdesigner/Lab/" + target
    let response = try #require(ask(&driver, "GET", url))
    let rows = try #require(try JSONText.parse(response.body).array)
    #expect(response.status == 200)
    #expect(rows.compactMap { $0["id"]?.string }.joined(separator: " ") == ids)
  }

  @Test("objects are made, changed, read and dropped; what is not there is not found")
  func objects() throws {
    var driver = driver()
    let url = "https://store.example/flowdesigner/Lab/DynVars"
    var told: [String] = []
    let steps: [(String, String, String)] = [
      ("POST", "", #"{"dn":"9","id":"mine"}"#), ("GET", "/3", ""), ("PUT", "/3", #"{"dn":"8"}"#),
      ("PATCH", "/3", #"{"id":"7","q":1}"#), ("DELETE", "/3", ""), ("GET", "/3", ""),
      ("POST", "", "[]"), ("POST", "", "{"), ("PUT", "", "{}"), ("POST", "/1", "{}"),
      ("GET", "/1/2", ""), ("PUT", "/1", "no"),
    ]
    for (method, rest, body) in steps {
      let response = try #require(ask(&driver, method, url + rest, body))
      told.append("\(response.status) \(response.body)")
    }
    #expect(
      told == [
        #"201 {"dn":"9","id":"3"}"#, #"200 {"dn":"9","id":"3"}"#, #"200 {"dn":"8","id":"3"}"#,
        #"200 {"dn":"8","id":"3","q":1}"#, #"200 {"dn":"8","id":"3","q":1}"#,
        #"404 "Not found""#, #"400 "The body is no object of at most 64 kB""#,
        #"400 "The body is no object of at most 64 kB""#, #"405 "Not allowed""#,
        #"405 "Not allowed""#, #"404 "Not found""#,
        #"400 "The body is no object of at most 64 kB""#,
      ])
    let other = try #require(ask(&driver, "GET", "https://store.example/flowdesigner/Lab/Nope"))
    #expect(other.status == 404)
    #expect(ask(&driver, "GET", "https://store.example/else")?.status == 502)
  }

  @Test("recorded answers come one after the other")
  func recorded() {
    var driver = driver()
    let lists = (0..<3).map { _ in ask(&driver, "GET", "https://m.example/list") }
    #expect(lists.map { $0?.body } == ["one", #"{"two":2}"#, "one"])
    #expect(lists.map { $0?.status } == [200, 201, 200])
    let last = (0..<3).map { _ in ask(&driver, "GET", "https://m.example/last")?.body }
    #expect(last == ["1", "2", "2"])
  }

  @Test("a templated answer reads the request")
  func templated() {
    var driver = driver()
    let url = "https://m.example/echo/x?a=1%202"
    #expect(ask(&driver, "PUT", url, #"{"b":"c"}"#)?.body == "PUT /echo/x 1 2 c 1")
    #expect(ask(&driver, "GET", url, "no json")?.body == "GET /echo/x 1 2  2")
    let bad = ask(&driver, "GET", "https://m.example/bad")
    #expect(bad?.status == 500)
  }

  @Test("faults come as often as they are told to, and go again")
  func faults() throws {
    var driver = driver()
    func set(_ body: String) -> Int? {
      driver.request(
        "POST", "/mock/faults", host: "", body: body)?.status
    }
    let url = "https://m.example/f"
    func statuses(_ count: Int) -> [Int?] {
      (0..<count).map { _ in ask(&driver, "GET", url)?.status }
    }
    #expect(set(#"{"url":"\#(url)","kind":"status","status":503,"every":2}"#) == 200)
    #expect(statuses(4) == [200, 503, 200, 503])
    #expect(set(#"{"url":"\#(url)","kind":"status","status":500,"first":1}"#) == 200)
    #expect(statuses(2) == [500, 200])
    #expect(set(#"{"url":"\#(url)","kind":"garbage"}"#) == 200)
    #expect(ask(&driver, "GET", url)?.body == "01234")
    #expect(set(#"{"url":"\#(url)","kind":"disconnect"}"#) == 200)
    #expect(statuses(1) == [502])
    #expect(set(#"{"url":"\#(url)","kind":"status","share":0}"#) == 200)
    #expect(statuses(2) == [200, 200])
    #expect(set(#"{"url":"\#(url)","kind":"silence"}"#) == 200)
    #expect(statuses(1) == [nil])
    driver.advance(40_000)
    #expect(driver.responses.last?.status == 502)
    #expect(set(#"{"url":"\#(url)","kind":"none"}"#) == 200)
    #expect(statuses(1) == [200])
    #expect(set(#"{"url":"\#(url)","kind":"fire"}"#) == 400)
    #expect(set(#"{"url":"\#(url)","kind":"status","share":2}"#) == 400)
    #expect(set(#"{"url":"\#(url)","kind":"status","every":0}"#) == 400)
    #expect(set(#"{"url":"https://m.example/ff","kind":"status"}"#) == 404)
    #expect(set(#"{"url":"/SC/webcallback.php","kind":"status"}"#) == 200)
    #expect(driver.engine.state.faults.isWebCallbackDown)
  }

  @Test("the log tells who asked what, with secrets masked, and is bounded")
  func log() throws {
    var driver = driver()
    _ = ask(&driver, "POST", "https://m.example/echo/not-a-real-token", "x=not-a-real-token")
    _ = ask(&driver, "GET", "https://nobody.example/")
    let hits = driver.engine.state.mocks.hits
    #expect(hits.map(\.target) == ["mocks[2]", "nobody"])
    #expect(!hits.contains { ($0.url + $0.body).contains("not-a-real-token") })
    let list = driver.request("GET", "/mock/hits?limit=1&target=nobody", host: "", body: "")
    let told = try JSONText.parse(list?.body ?? "")
    #expect(told["total"] == 2 && told["hits"]?.array?.count == 1)
    let all = driver.request("GET", "/mock", host: "", body: "")
    #expect(try JSONText.parse(all?.body ?? "")["mocks"]?.array?[2]["hits"] == 1)
    #expect(driver.request("DELETE", "/mock/hits", host: "", body: "")?.status == 204)
    #expect(driver.engine.state.mocks.hits.isEmpty && driver.engine.state.mocks.total == 2)
    #expect(driver.request("GET", "/mock", host: "", token: nil, body: "")?.status == 401)
    var book = MockBook(SampleLab.lab())
    for number in 1...2_500 {
      book.note(
        MockHit(
          number: number, time: driver.engine.state.now, origin: "call", task: nil, method: "GET",
          url: "", body: "", target: ""))
    }
    #expect((1_000...1_100).contains(book.hits.count) && book.hits.last?.number == 2_500)
  }

  @Test(
    "what is wrong with mocks is found where it stands",
    arguments: [
      (#""mocks":[{"url":"x"}]"#, ["IVR103 error"]),
      (#""mocks":[{"url":"https://x/","fault":{"kind":"fire"}}]"#, ["IVR105 error"]),
      (#""mocks":[{"url":"https://x/","fault":{}}]"#, ["IVR105 error"]),
      (#""mocks":[{"url":"https://x/","latencyMilliseconds":[5,1]}]"#, ["IVR103 error"]),
      (#""mocks":[{"url":"https://x/","isTemplate":true,"body":"{{"}]"#, ["IVR108 warning"]),
      (#""mocks":[{"url":"https://x/","boddy":""}]"#, ["IVR107 warning"]),
      (#""servedHosts":["x"],"mocks":[{"url":"https://x/"}]"#, ["IVR104 warning"]),
      (#""mockStores":[{"url":"https://x","collections":[]}]"#, ["IVR102 error"]),
      (#""mockStores":[{"url":"https://x","collections":{"a":[1]}}]"#, ["IVR102 error"]),
      (#""webCallback":[]"#, ["IVR102 error"]),
      (
        #""webCallback":{"tenants":[{"name":"A","token":"x","entryPoint":"no","timeZone":"Mars"}]}"#,
        ["IVR103 error", "IVR104 error", "IVR103 error"]
      ),
      (
        #""webCallback":{"tenants":[{}]}"#,
        ["IVR102 error", "IVR102 error", "IVR102 error", "IVR104 error"]
      ),
    ])
  func findings(member: String, codes: [String]) {
    let text = "{\"name\":\"x\",\"orgId\":\"o\",\(member)}"
    let found = LabLoader.load(file: "lab.json", bytes: Array(text.utf8)).findings
    #expect(found.map { "\($0.code) \($0.severity.rawValue)" }.sorted() == codes.sorted())
  }
}
