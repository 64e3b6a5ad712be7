import Testing

@testable import IVRAdapters

@Suite struct HTTPPartsTests {
  @Test(
    "who takes gzip",
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("GZIP;q=0.5", true), ("gzip;q=0", false),
      ("br, *", true), ("*;q=0", false), ("*, gzip;q=0.000", false), ("deflate , gzip ; q=1", true),
    ] as [(String?, Bool)])
  func acceptsGzip(header: String?, isAccepted: Bool) {
    #expect(Gzip.isAccepted(header) == isAccepted)
  }

  @Test("a bucket empties, tells how long to wait, and fills again")
  func rate() {
    var rate = RateLimit(2, burst: 3)
    #expect((0..<4).map { _ in rate.take("a", now: 0) } == [nil, nil, nil, 1])
    #expect(rate.take("b", now: 0) == nil)
    #expect(rate.take("a", now: 499) == 1)
    #expect(rate.take("a", now: 999) == nil)
    #expect((0..<4).map { _ in rate.take("a", now: 90_000) } == [nil, nil, nil, 1])
  }

  @Test("many addresses do not fill the memory")
  func manyAddresses() {
    var rate = RateLimit(1, burst: 1)
    for number in 0..<10_000 { _ = rate.take("client \(number)", now: 0) }
    #expect(rate.take("client 0", now: 0) == nil)
  }

  @Test("the log shows neither queries nor control characters")
  func access() {
    var access = HTTPAccess(peer: "::1")
    #expect(access.line == "::1 - - - 0 0 ms -")
    access.method = "GET"
    access.path = "/\u{1B}[2J"
    access.status = 404
    #expect(access.line == "::1 GET /␛[2J 404 0 0 ms -")
    access.path = String(repeating: "x", count: 10_000)
    #expect(access.line.utf8.count < 400)
  }
}
