public import IVRCore
import IVRLanguages

/// Names a request that waits for its answer.
public struct HTTPExchangeID: Hashable, Sendable {
  let number: UInt64

  init(number: UInt64) { self.number = number }
}

/// What a server tells its owner.
public enum HTTPServerEvent: Sendable {
  /// A request is whole and waits; answer it with `HTTPServer.respond`.
  ///
  /// The address is path and query as they were sent; HEAD comes as GET.
  case request(HTTPExchangeID, HTTPRequest)
  /// A request came to its end.
  case access(HTTPAccess)
  /// A response that went on has ended; what is sent to it is lost.
  case streamEnded(HTTPExchangeID)
  /// The server has stopped; nothing comes any more.
  case stopped
}

/// A line of the access log.
public struct HTTPAccess: Hashable, Sendable {
  /// The client's address.
  public var peer: String
  /// The method; empty where none was read.
  public var method = ""
  /// The path without its query, which may hold secrets.
  public var path = ""
  /// The status; 0 where the connection was lost before, or the library refused by itself.
  public var status = 0
  /// The bytes of the body that was sent.
  public var bytes = 0
  /// How long it took from the request's first line to its end, in milliseconds.
  public var milliseconds: Int64 = 0
  /// The client's name for the request.
  public var trackingID: String?

  /// The line, with control characters made visible.
  ///
  /// Client, method, path, status, bytes, milliseconds, `TrackingId`; `-` stands for nothing.
  public var line: String {
    let status = status == 0 ? "-" : String(status)
    let words = [
      peer, Self.cut(method), Self.cut(path), status, String(bytes), "\(milliseconds) ms",
      Self.cut(trackingID ?? ""),
    ]
    return VisibleText.line(words.joined(separator: " "))
  }

  private static func cut(_ text: String) -> String {
    if text.isEmpty { return "-" }
    return text.count > longest ? text.prefix(longest) + "…" : text
  }

  /// The most characters of a word that came from the client.
  private static let longest = 120
}
