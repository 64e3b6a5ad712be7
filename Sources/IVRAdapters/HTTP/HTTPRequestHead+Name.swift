/// By which names the server may be called.
extension HTTPRequestHead {
  /// Refuses a request whose `Host` is a name that the server does not go by; nil for one that it
  /// does.
  ///
  /// A page can point a name of its own at this machine (DNS rebinding) and would then count as the
  /// server's own page for a browser. Addresses in digits cannot be pointed elsewhere.
  /// Source: RFC 9110, section 15.5.20, for the status.
  func nameRefusal(_ isServed: (String) -> Bool) -> HTTPRefusal? {
    guard let host = value("host") else { return nil }
    let name = Self.name(of: host)
    if name == "localhost" || NetworkAddress(name) != nil || isServed(name) { return nil }
    return HTTPRefusal(
      status: 421, message: "The server does not go by the name in the Host header.")
  }

  /// A host without its port, in small letters.
  private static func name(of host: String) -> String {
    let host = host.lowercased()
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
    return String(host.prefix { $0 != ":" })
  }
}
