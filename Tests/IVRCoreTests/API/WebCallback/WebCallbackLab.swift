import Foundation
import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

/// A lab with the tenant of the vendor's examples, and ways to ask it.
enum WebCallbackLab {
  static let token = "fb65d0515b9631c6db72e7e66fe6df49"

  /// The `webCallback` member: three tenants, and a strict one.
  static let tenants = """
    ,"webCallback": {"tenants": [
      {"name": "Acme", "token": "\(token)", "entryPoint": "ep-out",
       "timeZone": "America/Los_Angeles", "callerID": "18006661212", "longestDelaySeconds": 1000,
       "channels": [{"number": "18006661212", "entryPoint": "ep-in"},
         {"number": "18006664444"},
         {"number": "18006665555", "entryPoint": "ep-in", "guardQueue": "q-out"}],
       "agentCallerIDs": {"a-1": "18006664444"},
       "queues": [{"id": "103", "queue": "q-2"}, {"id": "104", "queue": "q-out"},
         {"id": "105", "queue": "q-2", "isEnabled": false},
         {"id": "106", "queue": "q-1", "direction": "inbound"},
         {"id": "107", "queue": "q-1", "direction": "inbound", "isEnabled": false}],
       "dialPlans": [{"id": "1", "region": "US"}, {"id": "2", "region": "GB"}],
       "transactionCodes": [{"wrapUpCode": "Resolved", "list": "Outcome", "code": "RES",
         "description": "Resolved in the call"}]},
      {"name": "Asleep", "token": "asleep-token", "entryPoint": "ep-out", "isEnabled": false},
      {"name": "Without", "token": "without-token", "entryPoint": "ep-out",
       "hasWebCallback": false},
      {"name": "Strict", "token": "strict-token", "entryPoint": "ep-out", "isStrict": true,
       "queues": [{"id": "1", "queue": "q-2"}]}
    ]}}
    """

  static func lab(_ more: String = tenants, mocks: String? = nil) -> Lab {
    var text = String(SampleLab.text.trimmed.dropLast()) + more
    if let mocks { text = text.replacingOccurrences(of: "\"mocks\": [", with: mocks) }
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    guard let lab = result.lab else {
      preconditionFailure(result.findings.map(\.text).joined(separator: "\n"))
    }
    return lab
  }

  static func driver(_ lab: Lab = lab()) -> CallDriver {
    let flow = SampleFlow(
      ["Hello: play-message {\(SampleFlow.say("Hello again"))}", "End: disconnect-contact {}"],
      ["Start.out > Hello", "Hello.out > End"])
    var world = flow.world()
    world.lab = lab
    return CallDriver(world)
  }

  /// A query of pairs on top of the tenant and its token.
  static func query(_ pairs: String) -> String {
    "/SC/webcallback.php?tenant=Acme&token=\(token)&phone=16505551212&" + pairs
  }
}

extension CallDriver {
  /// Sends a request as a client of the server over TLS.
  mutating func ask(
    _ target: String, method: String = "GET", body: String = "", type: String? = nil,
    isPlain: Bool = false
  ) -> HTTPResponse? {
    let id = engine.nextRequestID()
    var headers = [HTTPHeader("Host", "127.0.0.1:8443")]
    if let type { headers.append(HTTPHeader("Content-Type", type)) }
    var request = HTTPRequest(method: method, url: target, headers: headers, body: body)
    request.isPlain = isPlain
    engine.submit(.request(id, request))
    let before = responses.count
    advance(200)
    return responses.count > before ? responses.last : nil
  }

  /// The same, where there must be an answer.
  mutating func asked(
    _ target: String, method: String = "GET", body: String = "", type: String? = nil,
    isPlain: Bool = false
  ) throws -> HTTPResponse {
    let answer = ask(target, method: method, body: body, type: type, isPlain: isPlain)
    return try #require(answer)
  }

  /// The `ctl_error` of an answer without `back`; 0 for success.
  mutating func code(_ target: String) -> Int? {
    guard let response = ask(target) else { return nil }
    if response.body.hasPrefix("OK ") { return 0 }
    return response.body.split(separator: " ").first.flatMap { Int($0.dropFirst(10)) }
  }

  /// The last request that the mock server noted.
  var lastHit: MockHit? { engine.state.mocks.hits.last }
}
