import Foundation
import IVRAdapters
import IVRCore
import Testing

@Suite("Responses that go on") struct HTTPStreamTests {
  private static let request = "GET /stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

  @Test("pieces come one after the other, the last one ends the response and not the connection")
  func pieces() throws {
    let echo = try ServedEcho()
    let client = echo.client()
    client.send(Self.request)
    #expect(client.reads("200 OK\r\n"))
    #expect(client.reads("X-IVR-Time: now\r\n"))
    #expect(client.reads("\r\n\r\n"))
    #expect(client.reads(EventStreamText.head))
    for number in 1...20 {
      let event = EventStreamText.event("{\"number\":\(number)}", number: number)
      echo.tell(event)
      #expect(client.reads(event))
    }
    echo.tell("data: last\n\n", isLast: true)
    #expect(client.reads("data: last\n\n"))
    #expect(client.reads("0\r\n\r\n"))
    echo.waitForEnded(1)
    client.send("GET /next HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    #expect(client.read()?.text == "GET /next ")
    let access = try #require(echo.log(1).first)
    #expect(access.line.hasPrefix("127.0.0.1 GET /stream 200 ") && access.bytes > 400)
    echo.stop()
  }

  @Test("a stream with nothing to tell sends heartbeats and outlives the idle time")
  func heartbeat() throws {
    let echo = try ServedEcho {
      $0.heartbeat = 20
      $0.idleTime = 10
      $0.responseTime = 10
    }
    let client = echo.client()
    client.send(Self.request)
    #expect(client.reads(EventStreamText.head))
    for _ in 0..<5 { #expect(client.reads(EventStreamText.heartbeat)) }
    echo.tell("data: after\n\n")
    #expect(client.reads("data: after\n\n"))
    #expect(echo.endedCount == 0)
    echo.stop()
  }

  @Test("a heartbeat is sent when it is due, not with the next one")
  func firstHeartbeat() throws {
    // A client gives up reading after 10 s.
    let echo = try ServedEcho { $0.heartbeat = 6_000 }
    let client = echo.client()
    client.send(Self.request)
    #expect(client.reads(EventStreamText.head))
    #expect(client.reads(EventStreamText.heartbeat))
    echo.stop()
  }

  @Test("a client that leaves is noticed at once")
  func leaves() throws {
    let echo = try ServedEcho { $0.heartbeat = 60_000 }
    var client: RawClient? = echo.client()
    client?.send(Self.request)
    #expect(client?.reads(EventStreamText.head) == true)
    client = nil
    echo.waitForEnded(1)
    echo.tell("data: nobody reads\n\n")
    echo.stop()
  }

  @Test("a client that does not read is dropped, others go on")
  func slow() throws {
    let echo = try ServedEcho()
    let (slow, quick) = (echo.client(), echo.client())
    slow.send(Self.request)
    #expect(slow.reads(EventStreamText.head))
    quick.send(Self.request)
    #expect(quick.reads(EventStreamText.head))
    let piece = "data: " + String(repeating: "x", count: 60_000) + "\n\n"
    var count = 0
    while echo.endedCount == 0, count < 2_000 {
      echo.tell(piece, count: 2)
      #expect(quick.reads("x\n\n"))
      count += 1
    }
    #expect(echo.endedCount == 1 && count < 2_000)
    echo.tell("data: you are here\n\n", count: 2)
    #expect(quick.reads("data: you are here\n\n"))
    echo.stop()
  }

  @Test("beyond the limit 503 says when to come back; who leaves makes room")
  func limit() throws {
    let echo = try ServedEcho { $0.streams = 2 }
    var clients = (0..<2).map { _ in echo.client() }
    for client in clients {
      client.send(Self.request)
      #expect(client.reads(EventStreamText.head))
    }
    let refused = echo.ask(Self.request)
    #expect(refused?.status == 503 && refused?.header("Retry-After") == "5")
    echo.waitForEnded(1)
    clients.removeLast()
    echo.waitForEnded(2)
    let next = echo.client()
    next.send(Self.request)
    #expect(next.reads(EventStreamText.head))
    echo.stop()
  }

  @Test("HEAD has the head of a stream and no stream")
  func head() throws {
    let echo = try ServedEcho()
    let client = echo.client()
    client.send(Self.request.replacing("GET", with: "HEAD"))
    let response = client.read(isHead: true)
    #expect(response?.status == 200 && response?.header("Content-Type") == "text/event-stream")
    client.send("GET /next HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    #expect(client.read()?.text == "GET /next ")
    echo.waitForEnded(1)
    echo.stop()
  }

  @Test("a graceful stop ends streams and does not wait for them")
  func stop() throws {
    let echo = try ServedEcho { $0.graceTime = 60_000 }
    let clients = (0..<5).map { _ in echo.client() }
    for client in clients {
      client.send(Self.request)
      #expect(client.reads(EventStreamText.head))
    }
    let start = MonotonicClock.now
    echo.stop()
    #expect(MonotonicClock.now - start < 10_000)
    for client in clients { #expect(client.reads("0\r\n\r\n") && client.readsEnd()) }
    #expect(echo.endedCount == 5)
  }

  @Test("each request has 128 bits of its own, whatever the client sends")
  func nonces() throws {
    let echo = try ServedEcho()
    for _ in 0..<50 {
      _ = echo.ask("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nNonce: 1\r\nX-IVR-Nonce: 1\r\n\r\n")
    }
    let nonces = echo.nonces
    #expect(Set(nonces).count == 50)
    #expect(nonces.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    echo.stop()
  }
}
