import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

/// The sample lab with a demo page, and a visitor's browser.
enum DemoLab {
  static let demo =
    #","demo": {"tenant": "Acme", "channel": "18006665555", "queue": "104"}"#

  /// The lab with another `demo`, or with none.
  static func text(_ demo: String = demo) -> String {
    WebCallbackLab.tenants.trimmed.replacing("]}}", with: "]" + demo + "}}")
  }

  static func driver(_ demo: String = demo) -> CallDriver {
    var lab = WebCallbackLab.lab(text(demo))
    // One guard for all ways of asking, as in the shipped lab.
    for place in lab.queues.indices { lab.queues[place].policy.scope = .queue }
    return WebCallbackLab.driver(lab)
  }

  static let phone = "+1\u{A0}408\u{A0}526\u{A0}7209"
}

extension CallDriver {
  /// Posts the form as a browser does from the page itself; each request has a nonce of its own.
  mutating func post(
    _ path: String = "/demo/callbacks", _ body: String = "",
    headers: [HTTPHeader] = [HTTPHeader("Sec-Fetch-Site", "same-origin")], nonce: String? = nil
  ) throws -> HTTPResponse {
    let common = [
      HTTPHeader("Host", "127.0.0.1:8080"),
      HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
    ]
    return try send("POST", path, common + headers, body, nonce ?? "key-\(responses.count)")
  }

  mutating func get(_ path: String, accept: String = "text/html") throws -> HTTPResponse {
    try send("GET", path, [HTTPHeader("Accept", accept)], "", "unused")
  }

  private mutating func send(
    _ method: String, _ path: String, _ headers: [HTTPHeader], _ body: String, _ nonce: String
  ) throws -> HTTPResponse {
    let id = engine.nextRequestID()
    var request = HTTPRequest(method: method, url: path, headers: headers, body: body)
    request.nonce = nonce
    request.isPlain = true
    engine.submit(.request(id, request))
    let before = responses.count
    advance(200)
    try #require(responses.count > before)
    return try #require(responses.last)
  }

  /// Asks for a callback; answers the visitor's key.
  mutating func ask(when: String, phone: String = "%2B1+408+526+7209") throws -> String {
    let answer = try post("/demo/callbacks", "phone=\(phone)&when=\(when)")
    #expect(answer.status == 303)
    let path = try #require(answer.headers.first { $0.name == "Location" }?.value)
    #expect(path.hasPrefix("/demo/callbacks/key-"))
    return String(path.dropFirst("/demo/callbacks/".count))
  }

  /// What events tell of a visitor's request.
  func news(_ key: String) -> JSONValue {
    (try? JSONText.parse(engine.news(of: .callback(key: key)).data)) ?? .null
  }

  func phase(_ key: String) -> String? { news(key)["phase"]?.string }

  func title(_ key: String) -> String? { news(key)["fields"]?["title"]?.string }
}
