/// Where the demo page is.
public enum DemoPath {
  static let page = "/demo"
  static let board = "/demo/board"
  static let callbacks = "/demo/callbacks"
  static let events = "/demo/events"
  static let boardEvents = "/demo/board/events"
  static let style = "/demo/style.css"
  static let script = "/demo/script.js"

  /// An address as logs may show it: without the key, which opens a visitor's request.
  public static func shown(_ address: String) -> String {
    if address.hasPrefix(events + "?") { return events + "?…" }
    guard address.hasPrefix(callbacks + "/") else { return address }
    let rest = address.dropFirst(callbacks.count + 1).drop { $0 != "/" && $0 != "?" }
    return callbacks + "/…" + rest
  }

  /// Whether a request only looks at the page, which the trace does not tell.
  static func isRead(_ request: HTTPRequest) -> Bool {
    request.method == "GET" && (request.url == page || request.url.hasPrefix(page + "/"))
  }

  /// The address of a visitor's request.
  static func callback(_ key: String) -> String { callbacks + "/" + key }
}
