import IVRCore
import Synchronization
import Testing

@testable import IVRAdapters

@Suite struct OutgoingTests {
  @Test(
    "addresses of this machine, of private networks and of the public one",
    arguments: [
      ("127.0.0.1", "loopback"), ("127.9.9.9", "loopback"), ("::1", "loopback"),
      ("[::1]", "loopback"), ("::ffff:127.0.0.1", "loopback"), ("10.1.2.3", "private"),
      ("172.16.0.1", "private"), ("172.32.0.1", "public"), ("192.168.1.1", "private"),
      ("169.254.169.254", "private"), ("100.64.0.1", "private"), ("0.0.0.0", "private"),
      ("255.255.255.255", "private"), ("224.0.0.1", "private"), ("::ffff:10.0.0.1", "private"),
      ("::", "private"), ("fe80::1", "private"), ("fd00::1", "private"), ("8.8.8.8", "public"),
      ("2001:4860:4860::8888", "public"), ("2001:db8::1", "private"), ("2002:7f00:1::", "private"),
      ("example.com", nil), ("1.2.3", nil), ("", nil),
    ] as [(String, String?)])
  func addresses(text: String, expected: String?) {
    let address = NetworkAddress(text)
    let word = address.map { $0.isLoopback ? "loopback" : $0.isPublic ? "public" : "private" }
    #expect(word == expected)
  }

  @Test(
    "only this machine and named hosts may be reached",
    arguments: [
      ("http://127.0.0.1:80/x", .loopback), ("http://localhost/", .loopback),
      ("https://[::1]:443/", .loopback), ("http://2130706433/", .loopback),
      ("https://hooks.example/", .publicNetwork), ("https://HOOKS.example:8443/", .publicNetwork),
      ("https://intranet.example/", .anywhere), ("https://example.com/", nil),
      ("https://hooks.example.evil.com/", nil), ("https://hooks.example@evil.com/", nil),
      ("https://user:pass@hooks.example/", nil), ("ftp://hooks.example/", nil),
      ("file:///etc/passwd", nil), ("gopher://localhost/", nil), ("nonsense", nil), ("", nil),
      ("http://10.0.0.1/", nil), ("http://169.254.169.254/latest", nil),
    ] as [(String, OutgoingPolicy.Reach?)])
  func policy(url: String, expected: OutgoingPolicy.Reach?) {
    let policy = OutgoingPolicy([
      RealHost("Hooks.example"), RealHost("intranet.example", isPrivate: true),
    ])
    #expect(policy.reach(of: url) == expected)
  }

  @Test(
    "a flow reaches this machine only where it is named as private",
    arguments: [
      ("http://127.0.0.1/", nil), ("http://localhost/", nil), ("http://2130706433/", nil),
      ("http://hooks.example/", .publicNetwork), ("http://[::1]/", nil),
      ("http://here.example/", .publicNetwork), ("http://127.0.0.9/", .anywhere),
    ] as [(String, OutgoingPolicy.Reach?)])
  func flowPolicy(url: String, expected: OutgoingPolicy.Reach?) {
    let policy = OutgoingPolicy([
      RealHost("hooks.example"), RealHost("here.example"), RealHost("127.0.0.9", isPrivate: true),
      RealHost("2130706433", isPrivate: true),
    ])
    #expect(policy.reach(of: url, isOfFlow: true) == expected)
    let loose = OutgoingPolicy([RealHost("127.0.0.1"), RealHost("localhost")])
    #expect(loose.reach(of: "http://127.0.0.1/", isOfFlow: true) == .publicNetwork)
    #expect(NetworkAddress("127.0.0.1").map(OutgoingPolicy.Reach.publicNetwork.allows) == false)
  }

  /// What became of requests, in their order.
  private func outcomes(
    _ requests: [HTTPRequest], _ options: OutgoingOptions = OutgoingOptions(),
    isOfFlow: Bool = false, patience: Int64 = 5_000
  ) throws -> [HTTPOutcome] {
    let wake = try WakeSignal()
    let mailbox = Mailbox<OutgoingAnswer>(wake: wake)
    let client = try OutgoingClient(options, mailbox: mailbox)
    defer { client.stop() }
    let sent = requests.enumerated().map { number, request in
      OutgoingRequest(
        id: DeliveryID(number: UInt64(number)), request: request, patience: patience,
        isOfFlow: isOfFlow)
    }
    let policy = OutgoingPolicy([RealHost("127.0.0.1", isPrivate: true)])
    for request in sent { client.send(request, policy) }
    var found: [DeliveryID: HTTPOutcome] = [:]
    while found.count < requests.count {
      guard AnsweringServer.waits(for: wake.descriptor) else { break }
      wake.clear()
      for answer in mailbox.drain() { found[answer.id] = answer.outcome }
    }
    return sent.compactMap { found[$0.id] }
  }

  @Test("a request reaches a server of this machine with its headers and body, and no redirect")
  func exchange() throws {
    let server = try AnsweringServer { text in
      text.hasPrefix("GET /away")
        ? "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
        : "HTTP/1.1 201 Created\r\nX-A: b\r\nContent-Length: 2\r\n\r\nok"
    }
    defer { server.stop() }
    let base = "http://127.0.0.1:\(server.port)"
    let found = try outcomes([
      HTTPRequest(
        method: "POST", url: base + "/hook",
        headers: [HTTPHeader("X-Signature", "abc"), HTTPHeader("Bad", "x\r\nInjected: y")],
        body: "{\"a\":1}"),
      HTTPRequest(method: "GET", url: base + "/away"),
      HTTPRequest(method: "GET", url: "http://example.com/"),
    ])
    guard case .response(let first) = found[0], case .response(let second) = found[1] else {
      Issue.record("\(found)")
      return
    }
    #expect(first.status == 201 && first.body == "ok")
    #expect(first.headers.contains(HTTPHeader("X-A", "b")))
    #expect(second.status == 302)
    #expect(
      found[2]
        == .transportError(
          "example.com may not be reached; it is neither this machine nor allowed."))
    let hook = try #require(server.requests.first { $0.contains("/hook") })
    #expect(hook.contains("X-Signature: abc") && hook.hasSuffix("{\"a\":1}"))
    #expect(!hook.contains("Injected") && !hook.contains("Expect"))
  }

  /// What a host says that sends a client from one of its paths to another.
  @Sendable private static func redirecting(_ text: String, port: Int) -> String {
    func found(_ place: String) -> String {
      "HTTP/1.1 302 Found\r\nLocation: \(place)\r\nContent-Length: 4\r\n\r\naway"
    }
    let path = text.split(separator: " ").dropFirst().first ?? ""
    return switch path {
    case "/here": found("/there?x=1")
    case "/there?x=1": "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere"
    case "/name": found("http://localhost:\(port)/there?x=1")
    case "/port": found("http://127.0.0.1:\(port + 1)/there?x=1")
    case "/file": found("file:///etc/passwd")
    default: found("/loop")
    }
  }

  @Test(
    "a flow's GET follows a redirect to the same host, port and scheme, and no other",
    arguments: [
      ("GET", "/here", true, 200, 2), ("GET", "/here", false, 302, 1),
      ("POST", "/here", true, 302, 1), ("GET", "/name", true, 302, 1),
      ("GET", "/port", true, 302, 1), ("GET", "/file", true, 302, 1),
      ("GET", "/loop", true, 302, 6),
    ])
  func redirects(
    method: String, path: String, isOfFlow: Bool, status: Int, requests: Int
  ) throws {
    let port = Mutex(0)
    let server = try AnsweringServer { text in
      Self.redirecting(text, port: port.withLock { $0 })
    }
    defer { server.stop() }
    port.withLock { $0 = Int(server.port) }
    let request = HTTPRequest(method: method, url: "http://127.0.0.1:\(server.port)\(path)")
    let found = try outcomes([request], isOfFlow: isOfFlow)
    guard case .response(let response) = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(response.status == status && response.body == (status == 200 ? "there" : "away"))
    #expect(server.requests.count == requests)
  }

  @Test("a flow may get a longer answer than a webhook")
  func longAnswers() throws {
    let body = String(repeating: "x", count: 100_000)
    let server = try AnsweringServer { _ in
      "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body
    }
    defer { server.stop() }
    let request = HTTPRequest(method: "GET", url: "http://127.0.0.1:\(server.port)/")
    let told = try outcomes([request])
    #expect(told == [.transportError("The answer is longer than 65536 bytes.")])
    guard case .response(let response) = try outcomes([request], isOfFlow: true).first else {
      Issue.record("no answer")
      return
    }
    #expect(response.body == body)
  }

  @Test("an answer that is too long, none at all, and nobody there")
  func failures() throws {
    let long = try AnsweringServer { _ in
      "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + String(repeating: "x", count: 5_000)
    }
    let silent = try AnsweringServer { _ in nil }
    defer {
      long.stop()
      silent.stop()
    }
    var options = OutgoingOptions()
    options.responseBytes = 1_000
    let found = try outcomes(
      [
        HTTPRequest(method: "GET", url: "http://127.0.0.1:\(long.port)/"),
        HTTPRequest(method: "GET", url: "http://127.0.0.1:\(silent.port)/"),
        HTTPRequest(method: "GET", url: "http://127.0.0.1:1/"),
      ], options, patience: 300)
    #expect(found[0] == .transportError("The answer is longer than 1000 bytes."))
    #expect(found[1] == .timedOut(300))
    guard case .transportError = found[2] else {
      Issue.record("\(found)")
      return
    }
  }

  @Test("a name that leads to this machine is refused before anything is sent")
  func rebinding() throws {
    let server = try AnsweringServer { _ in "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" }
    defer { server.stop() }
    let wake = try WakeSignal()
    let mailbox = Mailbox<OutgoingAnswer>(wake: wake)
    let client = try OutgoingClient(OutgoingOptions(), mailbox: mailbox)
    defer { client.stop() }
    let request = HTTPRequest(method: "GET", url: "http://127.0.0.1:\(server.port)/secret")
    client.send(
      OutgoingRequest(
        id: DeliveryID(number: 1), request: request, patience: 5_000, isOfFlow: true),
      .publicNetwork)
    #expect(AnsweringServer.waits(for: wake.descriptor))
    #expect(
      mailbox.drain().map(\.outcome)
        == [.transportError("The host is at 127.0.0.1, which may not be reached.")])
    #expect(server.requests.isEmpty)
  }
}
