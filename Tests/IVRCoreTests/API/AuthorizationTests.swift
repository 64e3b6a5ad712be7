import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite("Who may ask") struct AuthorizationTests {
  /// A driver of the sample lab with tokens for every case.
  private func driver() -> CallDriver {
    var world = World(lab: SampleLab.lab(), flows: [:], prompts: [:])
    let reading = ["cjp:config_read", "cjp:user_read", "gms_read"]
    var foreign = AccessToken(token: "foreign", scopes: AccessToken.allScopes)
    foreign.organisation = "org-2"
    world.lab.tokens += [
      AccessToken(token: "everything", scopes: AccessToken.allScopes),
      AccessToken(token: "reading", scopes: reading), foreign,
    ]
    return CallDriver(world)
  }

  /// The routes that ask for a token in the header.
  private static let guarded = RouteTable.families.filter(\.needsToken)

  @Test("every route: without a token, with an unknown one, one for reading, one of elsewhere")
  func everyRoute() throws {
    var driver = driver()
    var count = 0
    for family in Self.guarded {
      for route in family.routes {
        let path = sample(route)
        func status(_ token: String?) -> Int? {
          driver.request(
            route.method, path, host: family.isWithoutHost ? "" : "https://api.wxcc-us1.cisco.com",
            token: token, body: "{}")?.status
        }
        let name = "\(route.method) \(path)"
        #expect(status(nil) == (family.name == "Search" ? 400 : 401), "\(name): none")
        #expect(status("unknown") == 401, "\(name): unknown")
        #expect(status("") == 401, "\(name): empty")
        #expect(status("foreign") == 403, "\(name): of another organisation")
        let reading = try #require(status("reading"))
        #expect((reading == 403) == route.changes, "\(name): for reading, \(reading)")
        let all = try #require(status("everything"))
        #expect(all != 401 && all != 403, "\(name): for everything, \(all)")
        count += 1
      }
    }
    print("SUITE: \(count) of \(count) routes asked with six tokens")
    #expect(count > 60)
  }

  private func sample(_ route: Route) -> String {
    route.template.text.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0 == "{orgId}" ? "org-1" : $0.hasPrefix("{") ? "x" : String($0) }
      .joined(separator: "/")
  }

  @Test("routes that only read say so: every GET but the one of 8x8, and four POSTs")
  func reading() {
    let routes = RouteTable.families.flatMap(\.routes)
    let others = routes.filter { ($0.method == "GET") == $0.changes }
    #expect(
      Set(others.map { "\($0.method) \($0.template.text)" }) == [
        "POST /search", "POST /v1/agents/buddyList", "GET /SC/webcallback.php",
        "POST /genesys/1/service/{id}/check-queue-position",
      ])
  }

  @Test(
    "scopes open what they name, their reading forms what changes nothing",
    arguments: [
      (["cjp:user"], ["cjp:user"], true, true), (["cjp:user_read"], ["cjp:user"], true, false),
      (["cjp:user_read"], ["cjp:user"], false, true), (["cjp:user"], [], false, false),
      (["cjp:user"], ["cjp:config"], false, false), ([], ["cjp:config_read"], true, false),
      ([], ["cjp:user"], true, true), ([], [], false, true),
      (["cjp:config", "cjp:config_read"], ["cjp:config_read"], true, false),
      (["cjp:config", "cjp:config_read"], ["cjp:config_read"], false, true),
      (["gms"], ["gms_read"], false, true), (["gms"], ["_read"], false, false),
    ] as [([String], [String], Bool, Bool)])
  func scopes(route: [String], token: [String], changes: Bool, opens: Bool) {
    var found = Route("GET", "/x", "X.", scopes: route) { _, _ in .empty(204) }
    found.changes = changes
    #expect(AccessToken(token: "t", scopes: token).opens(found) == opens)
  }

  @Test(
    "hashes are read and compared",
    arguments: [
      ("sha256:" + String(repeating: "0a", count: 32), true),
      ("sha256:" + String(repeating: "0A", count: 32), true),
      ("sha256:" + String(repeating: "0g", count: 32), false),
      ("sha256:" + String(repeating: "0a", count: 31), false),
      (String(repeating: "0a", count: 32), false), ("", false), ("sha256:", false),
    ])
  func hashes(text: String, isHash: Bool) {
    #expect((TokenHash(text) != nil) == isHash)
    #expect(TokenHash(TokenHash(of: text).text)?.isSame(as: TokenHash(of: text)) == true)
    #expect(!TokenHash(of: text).isSame(as: TokenHash(of: text + "x")))
  }

  @Test(
    "a lab document has a token's hash or its text",
    arguments: [
      (#""token": "secret-token""#, nil), (#""tokenHash": "HASH""#, nil),
      (#""token": "secret-token", "tokenHash": "HASH""#, "IVR103"),
      (#""tokenHash": "sha256:12""#, "IVR103"), (#""token": """#, "IVR103"), ("", "IVR102"),
      (#""tokenHash": 7"#, "IVR102"), (#""token": "secret-token", "orgID": "x""#, "IVR107"),
    ] as [(String, String?)])
  func document(member: String, code: String?) {
    let hash = TokenHash(of: "secret-token").text
    let token =
      "{\(member.replacing("HASH", with: hash))\(member.isEmpty ? "" : ", ")\"scopes\": []}"
    let text = SampleLab.text.replacing(
      #"{"token": "nothing-at-all", "scopes": []}"#, with: token)
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    #expect(result.findings.first?.code == code)
    if code == nil { #expect(result.lab?.tokens.last?.hash == TokenHash(of: "secret-token")) }
  }

  @Test("another organisation's name in the address is refused")
  func organisation() {
    var driver = driver()
    for path in ["/v1/tasks?from=1767600000000&orgId=org-2", "/mock?orgId=org-2"] {
      let host = path.hasPrefix("/mock") ? "" : "https://api.wxcc-us1.cisco.com"
      #expect(driver.request("GET", path, host: host, token: "everything", body: "")?.status == 403)
    }
    #expect(
      driver.request(
        "GET", "/v1/tasks?from=1767600000000&orgId=org-1", token: "everything", body: "")?
        .status == 200)
  }

  @Test(
    "what browsers send for pages of other sites changes nothing",
    arguments: [
      (["Sec-Fetch-Site": "cross-site"], 403), (["Sec-Fetch-Site": "same-site"], 403),
      (["Sec-Fetch-Site": "same-origin"], 201), (["Sec-Fetch-Site": "none"], 201),
      (["Origin": "https://evil.example"], 403), (["Origin": "null"], 403),
      (["Origin": "https://LAB.example:8080"], 201), (["Origin": "http://lab.example:8080"], 403),
      (["Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"], 403),
      (["Sec-Fetch-Site": "same-origin", "Origin": "null"], 201),
      (["Sec-Purpose": "prefetch;prerender"], 403), (["Purpose": "prefetch"], 403), ([:], 201),
    ])
  func crossSite(headers: [String: String], status: Int) {
    let body = """
      {"entryPointId":"ep-out","destination":"+14085267209","mediaType":"telephony",
      "outboundType":"CALLBACK","callback":{"callbackOrigin":"web","callbackType":"immediate"}}
      """
    #expect(ask("POST", "/v1/tasks", headers, body).status == status)
    let read = ask("GET", "/v1/tasks?from=1767600000000", headers, "")
    #expect(read.status == 200)
    #expect(!read.headers.contains { $0.name.hasPrefix("Access-Control") })
  }

  /// The answer to a client with a token for everything.
  private func ask(
    _ method: String, _ path: String, _ headers: [String: String], _ body: String
  ) -> HTTPResponse {
    var driver = driver()
    let id = driver.engine.nextRequestID()
    var all = [
      HTTPHeader("Host", "lab.example:8080"), HTTPHeader("Authorization", "Bearer everything"),
    ]
    all += headers.sorted { $0.key < $1.key }.map { HTTPHeader($0.key, $0.value) }
    driver.act(
      .request(id, HTTPRequest(method: method, url: path, headers: all, body: body)))
    driver.advance(1_000)
    return driver.responses.last ?? HTTPResponse(status: 0, body: "")
  }

  @Test("HEAD changes nothing")
  func head() {
    var driver = driver()
    for (path, status) in [("/SC/webcallback.php?tenant=x", 405), ("/", 200)] {
      var request = HTTPRequest(method: "GET", url: path)
      request.isHead = true
      driver.act(.request(driver.engine.nextRequestID(), request))
      driver.advance(1_000)
      #expect(driver.responses.last?.status == status)
      if status == 405 {
        #expect(driver.responses.last?.headers.contains(HTTPHeader("Allow", "GET, POST")) == true)
      }
    }
  }

  @Test("the answer tells whoever counts guesses what the token was")
  func credentials() {
    var driver = driver()
    let cases: [(String?, String, HTTPResponse.Credential?)] = [
      ("everything", "/v1/tasks", .known), ("reading", "/v1/tasks", nil),
      ("unknown", "/v1/tasks", .wrong), (nil, "/v1/tasks", nil),
    ]
    for (token, path, found) in cases {
      #expect(driver.request("POST", path, token: token, body: "{}")?.credential == found)
    }
    #expect(
      driver.request("GET", "/", host: "", token: "unknown", body: "")?.credential == nil)
  }
}
