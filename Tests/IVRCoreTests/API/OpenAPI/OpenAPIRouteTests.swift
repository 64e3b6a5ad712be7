import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct OpenAPIRouteTests {
  private func ask(_ method: String, _ path: String, host: String = "") -> HTTPResponse? {
    var driver = WebCallbackLab.driver()
    return driver.request(method, path, host: host, token: nil, body: "")
  }

  @Test("documents need no token", arguments: ["webex", "genesys", "8x8", "lab"])
  func served(name: String) throws {
    let response = try #require(ask("GET", "/openapi/\(name).json"))
    #expect(response.status == 200)
    #expect(response.headers == [HTTPHeader("Content-Type", "application/json")])
    #expect(try JSONText.parse(response.body)["paths"]?.object?.isEmpty == false)
    #expect(ask("GET", "/")?.body.contains("GET /openapi/\(name).json: ") == true)
  }

  @Test("other names are not found, and flows find none at the hosts that the lab serves")
  func missing() {
    #expect(ask("GET", "/openapi/other.json")?.status == 404)
    #expect(ask("GET", "/openapi/webex")?.status == 404)
    #expect(ask("POST", "/openapi/webex.json")?.status == 405)
    let host = "https://api.wxcc-us1.cisco.com"
    #expect(ask("GET", "/openapi/webex.json", host: host)?.status == 404)
  }

  @Test(
    "a body without length is 411 where one is needed, before a token is looked at",
    arguments: [
      ("POST", "/search", 411), ("POST", "/v1/tasks", 411), ("PATCH", "/v1/tasks/x", 411),
      ("PATCH", "/search", 405), ("PUT", "/nowhere", 404), ("POST", "/v1/tasks/x/accept", 404),
      ("POST", "/genesys/1/service/callback/callme", 411),
      ("POST", "/genesys/1/service/x/confirm", 403),
      ("PUT", "/genesys/1/service/callback/x", 405),
    ])
  func noLength(method: String, path: String, status: Int) throws {
    var driver = WebCallbackLab.driver()
    let id = driver.engine.nextRequestID()
    var request = HTTPRequest(
      method: method, url: path,
      headers: status == 411 ? [] : [HTTPHeader("Authorization", "Bearer not-a-real-token")])
    request.hasNoLength = true
    driver.act(.request(id, request))
    driver.advance(1_000)
    let response = try #require(driver.responses.last)
    #expect(response.status == status)
    let body = try JSONText.parse(response.body)
    #expect((body["exception"] != nil) == path.hasPrefix("/genesys"))
  }

  @Test(
    "what is refused before the router is in the form of the API that was asked",
    arguments: [
      ("/genesys/1/service/callback", "exception"), ("/genesys/9", "exception"),
      ("/hosts/gms.lab.example/genesys/1/service/callback", "exception"),
      ("/hosts/gms.lab.example", "error"), ("/genesysx", "error"), ("/v1/tasks", "error"),
      ("", "error"), ("/nowhere", "error"),
    ])
  func forms(path: String, member: String) throws {
    let request = HTTPRequest(method: "", url: path)
    let body = try JSONText.parse(HTTPResponse.refusal(413, "Too long.", to: request).body)
    #expect(body[member] != nil)
  }

  @Test("the key of a subscription's refusal is a number, whoever refuses")
  func numbers() throws {
    for path in ["/v1/subscriptions", "/v2/subscriptions/x"] {
      let request = HTTPRequest(method: "", url: path)
      let body = try JSONText.parse(HTTPResponse.refusal(413, "Too long.", to: request).body)
      #expect(body["error"]?["key"] == 413)
    }
    let wrong = try JSONText.parse(try #require(ask("PUT", "/v1/subscriptions")).body)
    #expect(wrong["error"]?["key"] == 405)
  }
}
