import Foundation
import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite("The demo page") struct DemoPageTests {
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  @Test(
    "every answer has the headers that keep it safe",
    arguments: [
      ("/demo", 200, "text/html; charset=utf-8"), ("/demo/board", 200, "text/html; charset=utf-8"),
      ("/demo/style.css", 200, "text/css; charset=utf-8"),
      ("/demo/script.js", 200, "text/javascript; charset=utf-8"),
      ("/demo/callbacks/none", 404, "text/html; charset=utf-8"),
      ("/demo/events?key=none", 404, "text/html; charset=utf-8"),
      ("/demo/events", 400, "text/html; charset=utf-8"),
      ("/demo/board/events", 200, "text/event-stream"),
    ])
  func headers(path: String, status: Int, type: String) throws {
    var driver = DemoLab.driver()
    let answer = try driver.get(path)
    #expect(answer.status == status)
    #expect(value("Content-Type", answer) == type)
    #expect(value("Content-Security-Policy", answer) == Self.policy)
    #expect(value("X-Content-Type-Options", answer) == "nosniff")
    #expect(value("Referrer-Policy", answer) == "no-referrer")
    let isAsset = path.hasSuffix("css") || path.hasSuffix("js")
    #expect(value("Cache-Control", answer) == (isAsset ? "no-cache" : "no-store"))
    #expect((answer.topic == .board) == (path == "/demo/board/events"))
  }

  private func value(_ name: String, _ response: HTTPResponse) -> String? {
    response.headers.first { $0.name == name }?.value
  }

  @Test("pages name nothing outside, and hold neither script nor style of their own")
  func selfContained() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "agent")
    for path in ["/demo", "/demo/board", "/demo/callbacks/\(key)", "/demo/style.css"] {
      let text = try driver.get(path).body
      #expect(!text.contains("://") && !text.contains("style=") && !text.contains("onclick"))
      #expect(!text.contains("<style") && !text.contains("url("))
      #expect(!text.contains(WebCallbackLab.token))
      guard path != "/demo/style.css" else { continue }
      #expect(text.components(separatedBy: "<script").count == 2)
      #expect(text.components(separatedBy: "<h1").count == 2)
      #expect(text.contains("<html lang=\"en\">") && text.contains("<main "))
    }
  }

  @Test(
    "only the page itself asks for callbacks",
    arguments: [
      ([("Sec-Fetch-Site", "same-origin")], 303), ([("Sec-Fetch-Site", "cross-site")], 403),
      ([("Sec-Fetch-Site", "same-site")], 403), ([("Sec-Fetch-Site", "none")], 403),
      ([("Sec-Fetch-Site", "cross-site"), ("Origin", "http://127.0.0.1:8080")], 403),
      ([("Sec-Fetch-Site", "same-origin"), ("Origin", "null")], 303),
      ([("Origin", "http://127.0.0.1:8080")], 303), ([("Origin", "HTTP://127.0.0.1:8080")], 303),
      ([("Origin", "http://127.0.0.1:8081")], 403), ([("Origin", "http://evil.example")], 403),
      ([("Origin", "http://127.0.0.1:8080.evil.example")], 403), ([("Origin", "null")], 403),
      ([("Origin", "")], 403), ([], 403),
    ] as [([(String, String)], Int)])
  func sameOrigin(headers: [(String, String)], status: Int) throws {
    var driver = DemoLab.driver()
    let answer = try driver.post(
      "/demo/callbacks", "phone=14085267209&when=agent",
      headers: headers.map { HTTPHeader($0.0, $0.1) })
    #expect(answer.status == status)
    #expect(driver.engine.state.webCallbacks.count == (status == 303 ? 1 : 0))
  }

  @Test("a page of another server cannot cancel either")
  func crossCancel() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "agent")
    let cross = [HTTPHeader("Sec-Fetch-Site", "cross-site")]
    let refused = try driver.post("/demo/callbacks/\(key)/cancel", headers: cross)
    #expect(refused.status == 403)
    #expect(driver.phase(key) == "waiting")
    let unknown = try driver.post("/demo/callbacks/none/cancel")
    #expect(unknown.status == 404)
  }

  @Test(
    "what is typed wrong comes back with its reason, escaped",
    arguments: [
      ("phone=&when=now", "Enter a telephone number"), ("when=now", "Enter a telephone number"),
      ("phone=abc&when=now", "Enter a telephone number"),
      ("phone=123&when=now", "Enter a telephone number"),
      ("phone=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&when=agent", "Enter a telephone number"),
      ("phone=%2B14085267209", "Choose when"), ("phone=14085267209&when=later", "Choose when"),
    ])
  func typed(body: String, reason: String) throws {
    var driver = DemoLab.driver()
    let answer = try driver.post("/demo/callbacks", body)
    #expect(answer.status == 422 && answer.body.contains(reason))
    #expect(answer.body.contains("role=\"alert\"") && answer.body.contains("<title>Error: "))
    #expect(!answer.body.contains("<script>alert"))
    #expect(driver.engine.state.demoRequests.count == 0)
    #expect(
      !body.contains("agent")
        || answer.body.contains("value=\"agent\" aria-describedby=\"hint-agent\" checked"))
  }

  @Test("a body that is no form is refused, and GET makes no callback")
  func shape() throws {
    var driver = DemoLab.driver()
    let json = [
      HTTPHeader("Sec-Fetch-Site", "same-origin"), HTTPHeader("Content-Type", "application/json"),
    ]
    let id = driver.engine.nextRequestID()
    driver.act(
      .request(id, HTTPRequest(method: "POST", url: "/demo/callbacks", headers: json, body: "{}")))
    #expect(driver.responses.last?.status == 415)
    let asked = try driver.get("/demo/callbacks?phone=14085267209&when=now")
    #expect(asked.status == 405)
    #expect(driver.engine.state.webCallbacks.count == 0)
  }

  @Test("the state is a page, or JSON for those who ask for that; each key opens its own")
  func keys() throws {
    var driver = DemoLab.driver()
    let key = try driver.ask(when: "agent")
    let other = try driver.ask(when: "agent", phone: "13035550142")
    #expect(key != other)
    let page = try driver.get("/demo/callbacks/\(key)")
    #expect(
      page.body.contains("+1\u{A0}408\u{A0}526\u{A0}7209") && !page.body.contains("555\u{A0}0142"))
    #expect(page.body.contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"))
    #expect(page.body.contains("aria-live=\"polite\""))
    let json = try driver.get("/demo/callbacks/\(other)", accept: "application/json")
    let value = try JSONText.parse(json.body)
    #expect(
      value["phase"]?.string == "waiting"
        && value["fields"]?["title"]?.string == "You are number 2 in line")
    let stream = try driver.get("/demo/events?key=\(key)")
    #expect(stream.topic == .callback(key: key) && stream.body == "retry: 3000\n\n")
    #expect(!driver.lines.contains { $0.contains(key) })
    _ = try driver.post("/demo/callbacks/\(key)/cancel")
    #expect(driver.lines.contains { $0.contains("POST /demo/callbacks/…/cancel") })
    let over = try driver.get("/demo/callbacks/\(key)")
    #expect(!over.body.contains("refresh") && !over.body.contains("data-events"))
  }

  @Test(
    "a log shows no key",
    arguments: [
      ("/demo/callbacks/abc", "/demo/callbacks/…"),
      ("/demo/callbacks/abc/cancel", "/demo/callbacks/…/cancel"),
      ("/demo/events?key=abc", "/demo/events?…"), ("/demo/callbacks", "/demo/callbacks"),
      ("/v1/tasks", "/v1/tasks"),
    ])
  func shown(path: String, shown: String) {
    #expect(DemoPath.shown(path) == shown)
  }

  @Test("an event has a field for each line of its data")
  func eventText() {
    #expect(EventStreamText.event("{\"a\":1}", number: 7) == "id: 7\ndata: {\"a\":1}\n\n")
    #expect(
      EventStreamText.event("a\r\nb\n\nc", number: 1)
        == "id: 1\ndata: a\ndata: b\ndata: \ndata: c\n\n")
    #expect(EventStreamText.heartbeat.hasPrefix(":") && EventStreamText.heartbeat.hasSuffix("\n\n"))
  }

  @Test("the board has the figures of queues and agents, and no customer")
  func board() throws {
    var driver = DemoLab.driver()
    _ = try driver.ask(when: "agent")
    _ = try driver.ask(when: "agent", phone: "13035550142")
    driver.advance(64_600)
    let fields = try #require(JSONText.parse(driver.engine.news(of: .board).data)["fields"])
    #expect(fields["waiting"]?.string == "2" && fields["callbacks"]?.string == "2")
    #expect(fields["longest"]?.string == "1:04" && fields["q2.longest"]?.string == "1:04")
    #expect(fields["q0.estimate"]?.string == "1:01" && fields["q1.estimate"]?.string == "–")
    #expect(fields["q2.level"]?.string == "–" && fields["agents.5"]?.string == "2")
    driver.act(.agent("a-1", .available))
    driver.act(.agent("a-1", .accept))
    driver.act(.answer("2"))
    let later = try #require(JSONText.parse(driver.engine.news(of: .board).data)["fields"])
    #expect(later["waiting"]?.string == "1" && later["q2.level"]?.string == "0 %")
    #expect(later["agents.2"]?.string == "1" && later["agents.5"]?.string == "1")
    let page = try driver.get("/demo/board").body
    #expect(page.contains("Outdial Queue") && !page.contains("408") && !page.contains("303"))
  }

  @Test(
    "a lab document's demo is checked",
    arguments: [
      (#""demo": 1"#, "\"demo\" is no object."),
      (#""demo": {"tenant": "Acmee", "channel": "1", "queue": "104"}"#, "There is no tenant"),
      (#""demo": {"tenant": "Acme", "channel": "1", "queue": "104"}"#, "There is no channel \"1\""),
      (
        #""demo": {"tenant": "Acme", "channel": "18006664444", "queue": "104"}"#,
        "has no entry point"
      ),
      (
        #""demo": {"tenant": "Acme", "channel": "18006661212", "queue": "1"}"#,
        "There is no queue \"1\""
      ),
      (
        #""demo": {"tenant": "Acme", "channel": "18006661212", "queue": "105"}"#,
        "takes no web callbacks"
      ),
      (
        #""demo": {"tenant": "Acme", "channel": "18006661212", "queue": "106"}"#,
        "takes no web callbacks"
      ),
      (#""demo": {"tenant": "Acme", "channel": "18006661212"}"#, "\"queue\" is missing"),
      (#""demo": {"channel": "18006661212", "queue": "104"}"#, "\"tenant\" is missing"),
      (
        #""demo": {"tenant": "Acme", "channel": "18006661212", "queue": "104", "x": 1}"#,
        "is not read"
      ),
    ])
  func findings(demo: String, message: String) {
    let text = String(SampleLab.text.trimmed.dropLast()) + DemoLab.text("," + demo)
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    #expect(result.findings.count == 1, "\(result.findings.map(\.text))")
    #expect(result.findings.first?.message.contains(message) == true)
    #expect((result.lab == nil) == (message != "is not read"))
  }

  @Test("a lab without a demo shows page and board, and takes no callbacks")
  func without() throws {
    var driver = DemoLab.driver("")
    let page = try driver.get("/demo")
    #expect(page.body.contains("takes no callbacks"))
    let refused = try driver.post("/demo/callbacks", "phone=14085267209&when=now")
    #expect(refused.status == 404)
    let board = try driver.get("/demo/board")
    #expect(board.status == 200)
  }

  @Test("text that comes from outside is escaped in elements and attributes")
  func markup() {
    let nasty = "<b a=\"1\" c='2'>&"
    let markup: Markup = "<p title=\"\(nasty)\">\(nasty)</p>"
    let safe = "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;"
    #expect(markup.text == "<p title=\"\(safe)\">\(safe)</p>")
    let page = DemoPage(title: nasty, site: nasty, main: "<p>\([markup, markup])</p>")
    #expect(!page.text.contains(nasty) && page.text.contains("<title>\(safe) – \(safe)</title>"))
  }
}
