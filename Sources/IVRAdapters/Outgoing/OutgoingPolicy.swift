import CCurl
public import IVRCore

/// Where requests may go.
///
/// What is told to somebody may always go to this machine; every other host must be named. A host that is named may be
/// reached at public addresses only, unless it was named as a private one; so a name that somebody
/// else points at a machine in here leads nowhere.
public struct OutgoingPolicy: Hashable, Sendable {
  /// Hosts that may be reached at public addresses, in small letters.
  public var hosts: Set<String> = []
  /// Hosts that may be reached at any address, in small letters.
  public var privateHosts: Set<String> = []

  /// Allows this machine and the hosts that the user named.
  public init(_ named: [RealHost] = []) {
    hosts = Set(named.filter { !$0.isPrivate }.map(\.name))
    privateHosts = Set(named.filter(\.isPrivate).map(\.name))
  }

  /// How an address may be reached.
  enum Reach: Hashable {
    case loopback
    case publicNetwork
    case anywhere

    func allows(_ address: NetworkAddress) -> Bool {
      switch self {
      case .loopback: address.isLoopback
      case .publicNetwork: address.isPublic
      case .anywhere: true
      }
    }
  }

  /// The origin of a URL, for example `https://example.com:443`; nil where it is no http address.
  static func origin(of url: String) -> String? {
    guard let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    guard curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
      let scheme = part(CURLUPART_SCHEME, of: handle), ["http", "https"].contains(scheme),
      part(CURLUPART_USER, of: handle) == nil, let host = part(CURLUPART_HOST, of: handle),
      let port = part(CURLUPART_PORT, of: handle, UInt32(CURLU_DEFAULT_PORT))
    else { return nil }
    return "\(scheme)://\(host.lowercased()):\(port)"
  }

  /// How a URL may be reached; nil where it may not be.
  ///
  /// The URL is taken apart by the library that will connect, so that both mean the same host. This
  /// machine is there for what is told to somebody; a flow reaches it by a private name only.
  func reach(of url: String, isOfFlow: Bool = false) -> Reach? {
    guard let host = Self.host(of: url) else { return nil }
    let isHere = host == "localhost" || NetworkAddress(host)?.isLoopback == true
    if isHere, !isOfFlow { return .loopback }
    if privateHosts.contains(host) { return .anywhere }
    return hosts.contains(host) ? .publicNetwork : nil
  }

  /// The host of an http or https URL without user name, in small letters.
  static func host(of url: String) -> String? {
    guard let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    guard curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
      let scheme = part(CURLUPART_SCHEME, of: handle), ["http", "https"].contains(scheme),
      part(CURLUPART_USER, of: handle) == nil
    else { return nil }
    return part(CURLUPART_HOST, of: handle)?.lowercased()
  }

  private static func part(
    _ part: CURLUPart, of handle: OpaquePointer, _ flags: UInt32 = 0
  ) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
