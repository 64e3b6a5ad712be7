/// Where a webhook may be asked to go.
///
/// Whether it really goes there is decided where it is sent, by the library that connects; here is
/// refused what has more than one reading, so that nobody can mean another host than it seems.
enum WebhookDestination {
  /// Throws 400 unless it is an https address, or an http address of this machine.
  static func check(_ url: String) throws(APIError) {
    let lower = url.lowercased()
    let scheme = ["https://", "http://"].first(where: lower.hasPrefix)
    guard let scheme, url.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
    else { throw refusal }
    let authority = lower.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    guard !authority.contains("@"), let host = host(of: authority), hasOneReading(host) else {
      throw APIError(
        400, "destinationUrl must be an https address with a plain host and no user name.")
    }
    let isHere = ["localhost", "127.0.0.1", "[::1]"].contains(host)
    if scheme == "http://", !isHere { throw refusal }
  }

  private static let refusal = APIError(
    400, "destinationUrl must be an https address; http is for this machine only.")

  /// The host without its port; nil where there is none, or more than a port behind it.
  private static func host(of authority: Substring) -> String? {
    var host = authority
    var port: Substring = ""
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      host = authority[...end]
      port = authority[authority.index(after: end)...]
    } else if let colon = authority.firstIndex(of: ":") {
      host = authority[..<colon]
      port = authority[colon...]
    }
    let isPort = port.hasPrefix(":") && port.dropFirst().utf8.allSatisfy { (48...57).contains($0) }
    return host.isEmpty || !(port.isEmpty || isPort) ? nil : String(host)
  }

  /// Whether a host is a name, or an address as everybody writes it.
  ///
  /// `2130706433`, `0x7f.1`, `0177.0.0.1`, `127.0.0.1.` and `[::ffff:127.0.0.1]` are all 127.0.0.1 to
  /// some.
  /// Source: WHATWG URL, section 3.5: a host whose last label is a number is an IPv4 address.
  private static func hasOneReading(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      return host == "[::1]" || !host.hasPrefix("[::") && !host.contains(".")
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, !last.isEmpty, !labels.contains("") else { return false }
    let isNumber = last.utf8.allSatisfy { (48...57).contains($0) } || last.hasPrefix("0x")
    guard isNumber else {
      return host.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0) || [45, 46, 95].contains($0)
      }
    }
    return labels.count == 4
      && labels.allSatisfy { label in UInt8(label).map { String($0) == label } ?? false }
  }
}
