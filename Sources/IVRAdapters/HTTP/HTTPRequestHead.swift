import IVRCore

/// A request up to its body.
struct HTTPRequestHead {
  var method = ""
  /// Path and query as they were sent.
  var target = ""
  /// For example HTTP/1.1.
  var version = ""
  /// In order, as they were sent.
  var headers: [HTTPHeader] = []

  /// The values of all headers of a name, written in small letters.
  func values(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// The value of the first header of a name, written in small letters.
  func value(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }

  /// Whether neither length nor coding of a body is told: there is none.
  ///
  /// Source: RFC 9112, section 6.3. Whether one is needed is the router's to say, with 411.
  var hasNoLength: Bool { value("content-length") == nil && value("transfer-encoding") == nil }

  /// The path.
  var path: String { String(target.prefix { $0 != "?" }) }
}

/// Why a server refuses a request by itself.
struct HTTPRefusal: Hashable {
  let status: Int
  let message: String
  /// In how many seconds to try again.
  var retryAfter: Int64?
  /// Whether the connection ends with the answer, since what follows cannot be trusted or is too
  /// much to be read.
  var closes = false
}

extension HTTPRequestHead {
  /// What is wrong with the head, before anything of the body is read; nil for nothing.
  ///
  /// Source: RFC 9110 and RFC 9112; two lengths, two hosts and unknown codings are refused, so that
  /// a proxy in front cannot read the request otherwise than the server does.
  func refusal(_ limits: HTTPLimits) -> HTTPRefusal? {
    sizeRefusal(limits) ?? shapeRefusal ?? bodyRefusal(limits)
  }

  private func sizeRefusal(_ limits: HTTPLimits) -> HTTPRefusal? {
    if target.utf8.count > limits.target {
      return HTTPRefusal(
        status: 414, message: "The target is longer than \(limits.target) bytes.", closes: true)
    }
    let bytes = headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    if headers.count > limits.headers || bytes > limits.headerBytes {
      return HTTPRefusal(
        status: 431,
        message:
          "More than \(limits.headers) headers, or than \(limits.headerBytes) bytes of them.",
        closes: true)
    }
    return nil
  }

  private var shapeRefusal: HTTPRefusal? {
    guard target.hasPrefix("/"), target.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) else {
      return HTTPRefusal(status: 400, message: "The target is no path.", closes: true)
    }
    guard headers.allSatisfy({ $0.name.utf8.allSatisfy { $0 > 32 && $0 != 127 } }) else {
      return HTTPRefusal(status: 400, message: "A header's name has a blank.", closes: true)
    }
    guard headers.allSatisfy({ $0.value.utf8.allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 } })
    else {
      return HTTPRefusal(
        status: 400, message: "A header's value has a control character.", closes: true)
    }
    let hosts = values("host").count
    if hosts > 1 || hosts == 0 && version != "HTTP/1.0" {
      return HTTPRefusal(status: 400, message: "There must be one Host header.", closes: true)
    }
    if values("authorization").count > 1 {
      return HTTPRefusal(status: 400, message: "There are two Authorization headers.", closes: true)
    }
    let lengths = values("content-length")
    let codings = values("transfer-encoding")
    if lengths.count + codings.count > 1 {
      return HTTPRefusal(
        status: 400, message: "The length of the body is told more than once.", closes: true)
    }
    if let length = lengths.first, !length.utf8.allSatisfy({ (48...57).contains($0) }) {
      return HTTPRefusal(status: 400, message: "Content-Length is no number.", closes: true)
    }
    if let coding = codings.first, coding.lowercased() != "chunked" {
      return HTTPRefusal(
        status: 501, message: "The only Transfer-Encoding is chunked.", closes: true)
    }
    return nil
  }

  private func bodyRefusal(_ limits: HTTPLimits) -> HTTPRefusal? {
    if let length = value("content-length"), Int(length) ?? .max > limits.body {
      return .tooLarge(limits)
    }
    if let coding = value("content-encoding"), coding.lowercased() != "identity" {
      return HTTPRefusal(status: 415, message: "Bodies are not taken in a Content-Encoding.")
    }
    return nil
  }
}

extension HTTPRefusal {
  static func tooLarge(_ limits: HTTPLimits) -> HTTPRefusal {
    HTTPRefusal(
      status: 413, message: "The body is longer than \(limits.body) bytes.", closes: true)
  }

  static func tooMany(_ seconds: Int64) -> HTTPRefusal {
    HTTPRefusal(
      status: 429, message: "Too many requests; try again in \(seconds) s.", retryAfter: seconds)
  }

  static func tooManyGuesses(_ seconds: Int64) -> HTTPRefusal {
    HTTPRefusal(
      status: 429, message: "Too many wrong tokens; try again in \(seconds) s.",
      retryAfter: seconds)
  }

  static let busy = HTTPRefusal(
    status: 503, message: "Too many connections or open requests.", retryAfter: 1, closes: true)

  static let manyStreams = HTTPRefusal(
    status: 503, message: "Too many responses that go on.", retryAfter: 5)

  static let stopping = HTTPRefusal(
    status: 503, message: "The server stops.", retryAfter: 5, closes: true)
}
