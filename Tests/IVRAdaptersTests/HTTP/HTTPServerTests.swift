import Foundation
import Glibc
import IVRAdapters
import Testing

@Suite("The HTTP server") struct HTTPServerTests {
  private static let host = "Host: 127.0.0.1\r\n"

  @Test("a request is answered by the owner, with the common headers and its TrackingId")
  func answers() throws {
    let echo = try ServedEcho()
    let response = echo.ask(
      "POST /a?b=c HTTP/1.1\r\n\(Self.host)TrackingId: t-1\r\nContent-Length: 2\r\n\r\nhi")
    #expect(response?.status == 200)
    #expect(response?.text == "POST /a?b=c hi")
    #expect(response?.header("X-IVR-Time") == "now")
    #expect(response?.header("TrackingId") == "t-1")
    let access = try #require(echo.log(1).first)
    #expect(access.line.hasPrefix("127.0.0.1 POST /a 200 14 "))
    #expect(access.line.hasSuffix(" ms t-1"))
    echo.stop()
  }

  @Test("a connection is kept, requests behind each other are answered in order")
  func keepAlive() throws {
    let echo = try ServedEcho()
    let client = echo.client()
    let numbers = 0..<20
    client.send(numbers.map { "GET /\($0) HTTP/1.1\r\n\(Self.host)\r\n" }.joined())
    #expect(numbers.map { _ in client.read()?.text } == numbers.map { "GET /\($0) " })
    client.send(
      "POST / HTTP/1.1\r\n\(Self.host)Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
    #expect(client.read()?.text == "POST / abc")
    client.send("GET /last HTTP/1.1\r\n\(Self.host)Connection: close\r\n\r\n")
    #expect(client.read()?.text == "GET /last ")
    #expect(client.readsEnd())
    echo.stop()
  }

  @Test("HEAD has the headers of GET and no body")
  func head() throws {
    let echo = try ServedEcho()
    let client = echo.client()
    client.send("HEAD /x HTTP/1.1\r\n\(Self.host)\r\nGET /y HTTP/1.1\r\n\(Self.host)\r\n")
    let response = client.read(isHead: true)
    #expect(response?.status == 200)
    #expect(response?.header("Content-Length") == "7")
    #expect(client.read()?.text == "GET /y ")
    echo.stop()
  }

  @Test("long bodies are compressed for those who ask")
  func gzip() throws {
    let echo = try ServedEcho()
    let asked = echo.ask("GET /long HTTP/1.1\r\n\(Self.host)Accept-Encoding: br, gzip\r\n\r\n")
    #expect(asked?.header("Content-Encoding") == "gzip")
    #expect(asked?.body.prefix(2) == [0x1f, 0x8b])
    #expect(asked.map { $0.body.count < 200 } == true)
    for header in ["", "Accept-Encoding: gzip;q=0, br\r\n", "Accept-Encoding: identity\r\n"] {
      let plain = echo.ask("GET /long HTTP/1.1\r\n\(Self.host)\(header)\r\n")
      #expect(plain?.body.count == 5_010)
      #expect(plain?.header("Vary") == "Accept-Encoding")
    }
    echo.stop()
  }

  @Test("what breaks a limit or the rules gets its status", arguments: refusals)
  func refuses(request: String, status: Int) throws {
    let echo = try ServedEcho {
      $0.target = 100
      $0.headers = 10
      $0.headerBytes = 400
      $0.body = 10
    }
    let response = echo.ask(request)
    #expect(response?.status == status)
    echo.stop()
  }

  private static let refusals: [(String, Int)] = [
    ("GET / FOO\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400),
    ("GET x HTTP/1.1\r\n\(host)\r\n", 400), ("GET / HTTP/1.1\r\n\(host)\(host)\r\n", 400),
    ("POST / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n", 400),
    (
      "POST / HTTP/1.1\r\n\(host)Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400
    ),
    ("GET /\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\(host)A : b\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\n\(host)\r\n", 200),
    ("POST / HTTP/1.1\r\n\(host)Content-Length: 11\r\n\r\n12345678901", 413),
    ("POST / HTTP/1.1\r\n\(host)Content-Length: 999999999999999999999\r\n\r\n", 413),
    (
      "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nb\r\n12345678901\r\n0\r\n\r\n",
      413
    ),
    ("GET /\(String(repeating: "a", count: 100)) HTTP/1.1\r\n\(host)\r\n", 414),
    ("GET /\(String(repeating: "a", count: 90_000)) HTTP/1.1\r\n\(host)\r\n", 414),
    ("POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Encoding: br\r\n\r\nx", 415),
    ("GET / HTTP/1.1\r\n\(host)\(String(repeating: "A: b\r\n", count: 10))\r\n", 431),
    ("GET / HTTP/1.1\r\n\(host)A: \(String(repeating: "b", count: 400))\r\n\r\n", 431),
    ("GET / HTTP/1.1\r\n\(host)A: \(String(repeating: "b", count: 90_000))\r\n\r\n", 431),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip\r\n\r\nx", 501),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx", 400),
  ]

  @Test("a line without a target ends the connection")
  func noTarget() throws {
    let echo = try ServedEcho()
    let client = echo.client()
    client.send("BAD\r\n\r\n")
    #expect(client.readsEnd())
    echo.stop()
  }

  @Test("a body that is no text is refused")
  func notText() throws {
    let echo = try ServedEcho()
    let client = echo.client()
    client.send("POST / HTTP/1.1\r\n\(Self.host)Content-Length: 1\r\n\r\n")
    client.sendByte(0xff)
    #expect(client.read()?.status == 400)
    echo.stop()
  }

  @Test("slow headers and slow bodies get 408, silence after an answer just ends")
  func slow() throws {
    let echo = try ServedEcho {
      $0.headerTime = 60
      $0.bodyTime = 60
      $0.idleTime = 60
    }
    let starts = [
      "", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\nA: ",
      "POST / HTTP/1.1\r\n\(Self.host)Content-Length: 5\r\n\r\nab",
    ]
    for start in starts {
      let client = echo.client()
      client.send(start)
      let response = client.read()
      #expect(response?.status == 408, "\(start)")
      #expect(response?.header("X-IVR-Time") == "now")
      #expect(client.readsEnd())
    }
    let client = echo.client()
    client.send("GET / HTTP/1.1\r\n\(Self.host)\r\n")
    #expect(client.read()?.status == 200)
    #expect(client.readsEnd())
    echo.stop()
  }

  @Test("too many requests of one client get 429 and when to come again")
  func rate() throws {
    let echo = try ServedEcho {
      $0.requestsPerSecond = 1
      $0.burst = 2
    }
    let client = echo.client()
    client.send(String(repeating: "GET / HTTP/1.1\r\n\(Self.host)\r\n", count: 3))
    let responses = (0..<3).map { _ in client.read() }
    #expect(responses.map { $0?.status } == [200, 200, 429])
    #expect(responses[2]?.header("Retry-After") == "1")
    echo.stop()
  }

  @Test("beyond wrong tokens only those are heard that were right before")
  func guesses() throws {
    let echo = try ServedEcho { $0.wrongTokens = 2 }
    let client = echo.client()
    func status(_ token: String) -> Int? {
      client.send("GET / HTTP/1.1\r\n\(Self.host)Authorization: Bearer \(token)\r\n\r\n")
      return client.read()?.status
    }
    #expect(["right", "wrong1", "wrong2"].map(status) == [200, 401, 401])
    #expect(["wrong3", "right", "right2"].map(status) == [429, 200, 429])
    client.send("GET / HTTP/1.1\r\n\(Self.host)\r\n")
    #expect(client.read()?.status == 200)
    client.send("GET /?token=wrong HTTP/1.1\r\n\(Self.host)\r\n")
    let response = client.read()
    #expect(response?.status == 429)
    #expect(response?.header("Retry-After") == "6")
    client.send("POST / HTTP/1.1\r\n\(Self.host)Content-Length: 11\r\n\r\na=b&token=x")
    #expect(client.read()?.status == 429)
    echo.stop()
  }

  @Test(
    "names that the server does not go by are refused",
    arguments: [
      ("127.0.0.1", 200), ("127.0.0.1:80", 200), ("LOCALHOST:1", 200), ("[::1]:80", 200),
      ("[::1]", 200), ("192.0.2.1", 200), ("known.example:1", 200), ("Known.Example", 200),
      ("evil.example", 421), ("localhost.evil.example", 421), ("known.example.evil", 421),
      ("", 421), ("127.0.0.1.evil", 421), ("[::1", 421), ("[evil]", 421), ("localhost@evil", 421),
    ])
  func names(host: String, status: Int) throws {
    let echo = try ServedEcho()
    #expect(echo.ask("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")?.status == status)
    echo.stop()
  }

  @Test("too many open requests and too many connections get 503")
  func busy() throws {
    let echo = try ServedEcho {
      $0.connections = 3
      $0.openRequests = 2
    }
    echo.hold()
    let request = "GET / HTTP/1.1\r\n\(Self.host)\r\n"
    let clients = [echo.client(), echo.client()]
    for client in clients { client.send(request) }
    echo.waitForHeld(2)
    let third = echo.ask(request)
    #expect(third?.status == 503)
    #expect(third?.header("Retry-After") == "1")
    echo.release()
    #expect(clients.map { $0.read()?.status } == [200, 200])
    echo.stop()
  }

  @Test("two hundred connections at once are all answered")
  func many() throws {
    let echo = try ServedEcho()
    echo.hold()
    let clients = (0..<200).map { _ in echo.client() }
    for (number, client) in clients.enumerated() {
      client.send("GET /\(number) HTTP/1.1\r\n\(Self.host)\r\n")
    }
    echo.waitForHeld(200)
    echo.release()
    #expect(clients.map { $0.read()?.text } == (0..<200).map { "GET /\($0) " })
    echo.stop()
  }

  @Test("a graceful stop answers what was accepted and closes the rest")
  func gracefulStop() throws {
    let echo = try ServedEcho()
    let idle = echo.client()
    idle.send("GET / HTTP/1.1\r\n\(Self.host)\r\n")
    #expect(idle.read()?.status == 200)
    echo.hold()
    let held = (0..<5).map { _ in echo.client() }
    for client in held { client.send("GET /held HTTP/1.1\r\n\(Self.host)\r\n") }
    echo.waitForHeld(5)
    let half = echo.client()
    half.send("GET /half HTTP/1.1\r\n")
    echo.server.stop()
    #expect(idle.readsEnd())
    half.send("\(Self.host)\r\n")
    echo.waitForHeld(6)
    echo.release()
    for client in held {
      let response = client.read()
      #expect(response?.text == "GET /held ")
      #expect(response?.header("Connection") == "close")
    }
    #expect(half.read()?.text == "GET /half ")
    echo.stop()
    #expect(echo.client().isClosed)
  }

  @Test("a stop does not wait for ever: what nobody answers gets 503")
  func impatientStop() throws {
    let echo = try ServedEcho { $0.graceTime = 20 }
    echo.hold()
    let client = echo.client()
    client.send("GET / HTTP/1.1\r\n\(Self.host)\r\n")
    echo.waitForHeld(1)
    echo.server.stop()
    #expect(client.read()?.status == 503)
    echo.stop()
  }

  @Test("where it cannot listen, it says why")
  func errors() throws {
    let echo = try ServedEcho()
    let mailbox = Mailbox<HTTPServerEvent>(wake: try WakeSignal())
    var options = HTTPServerOptions()
    options.port = echo.server.port
    #expect(kind(options, mailbox) == .portInUse(echo.server.port))
    options.host = "localhost"
    #expect(kind(options, mailbox) == .badHost("localhost"))
    options.host = "192.0.2.1"
    #expect(kind(options, mailbox) == .noSuchAddress("192.0.2.1"))
    options = HTTPServerOptions()
    options.certificate = HTTPCertificate(certificate: "none", key: "none")
    #expect(kind(options, mailbox) == .badCertificate)
    echo.stop()
  }

  private func kind(
    _ options: HTTPServerOptions, _ mailbox: Mailbox<HTTPServerEvent>
  ) -> HTTPServerError.Kind? {
    do throws(HTTPServerError) {
      _ = try HTTPServer.start(options, mailbox: mailbox)
      return nil
    } catch {
      return error.kind
    }
  }
}
