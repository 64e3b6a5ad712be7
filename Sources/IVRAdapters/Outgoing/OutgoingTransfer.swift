import CCurl
import Glibc
import IVRCore

/// One request on its way and what has come back so far.
final class OutgoingTransfer {
  let id: DeliveryID
  let easy: UnsafeMutableRawPointer
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private let reach: OutgoingPolicy.Reach
  private let limit: Int
  /// The address that is asked now.
  private var url: String
  private let patience: Int64
  /// When all of it began, in milliseconds of the real clock.
  private let start = MonotonicClock.now
  /// How many redirects may be followed still.
  private var redirectsLeft: Int
  private var body: [UInt8] = []
  private var headers: [HTTPHeader] = []
  private var isTooLong = false
  private var refusedAddress: String?

  /// Prepares a request; nil where the library cannot.
  init?(
    _ sent: OutgoingRequest, _ reach: OutgoingPolicy.Reach, _ options: OutgoingOptions
  ) {
    guard let easy = curl_easy_init() else { return nil }
    id = sent.id
    self.easy = easy
    self.reach = reach
    url = sent.request.url
    patience = sent.patience
    limit = sent.isOfFlow ? options.flowResponseBytes : options.responseBytes
    let isSafe = ["GET", "HEAD"].contains(sent.request.method)
    redirectsLeft = sent.isOfFlow && isSafe ? Self.mostRedirects : 0
    setUp(sent.request, options)
  }

  private static let mostRedirects = 5

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(headerList)
  }

  private func setUp(_ request: HTTPRequest, _ options: OutgoingOptions) {
    _ = cc_set_text(easy, CURLOPT_URL, request.url)
    _ = cc_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = cc_set_text(easy, CURLOPT_NOPROXY, "*")
    _ = cc_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    _ = cc_set_long(easy, CURLOPT_NOSIGNAL, 1)
    _ = cc_set_long(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    _ = cc_set_long(easy, CURLOPT_FRESH_CONNECT, 1)
    _ = cc_set_long(easy, CURLOPT_FORBID_REUSE, 1)
    _ = cc_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1)
    _ = cc_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2)
    _ = cc_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, options.connectMilliseconds)
    _ = cc_set_long(easy, CURLOPT_TIMEOUT_MS, Int(patience))
    if let file = options.certificates { _ = cc_set_text(easy, CURLOPT_CAINFO, file) }
    setBody(request)
    for header in request.headers where Self.isSafe(header) {
      headerList = curl_slist_append(headerList, "\(header.name): \(header.value)") ?? headerList
    }
    headerList = curl_slist_append(headerList, "Expect:") ?? headerList
    _ = cc_set_list(easy, CURLOPT_HTTPHEADER, headerList)
    cc_set_context(easy, Unmanaged.passUnretained(self).toOpaque())
    cc_set_callbacks(easy, Self.receivedBody, Self.receivedHeader, Self.connected, Self.opening)
  }

  private func setBody(_ request: HTTPRequest) {
    if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
      _ = cc_set_long(easy, CURLOPT_POSTFIELDSIZE, request.body.utf8.count)
      _ = cc_set_text(easy, CURLOPT_COPYPOSTFIELDS, request.body)
    }
    if request.method == "HEAD" { _ = cc_set_long(easy, CURLOPT_NOBODY, 1) }
    _ = cc_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method)
  }

  /// A header that cannot begin another one.
  private static func isSafe(_ header: HTTPHeader) -> Bool {
    header.name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") }
      && header.value.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
  }

  /// Whether the answer leads to another path of the same host, which is asked next then.
  func followRedirect() -> Bool {
    guard redirectsLeft > 0, let next = cc_redirect(easy).map({ String(cString: $0) }),
      let origin = OutgoingPolicy.origin(of: next), origin == OutgoingPolicy.origin(of: url)
    else { return false }
    let left = patience - (MonotonicClock.now - start)
    guard left > 0 else { return false }
    redirectsLeft -= 1
    url = next
    body = []
    headers = []
    _ = cc_set_text(easy, CURLOPT_URL, next)
    _ = cc_set_long(easy, CURLOPT_TIMEOUT_MS, Int(left))
    return true
  }

  /// What became of it.
  func outcome(_ result: CURLcode) -> HTTPOutcome {
    if result != CURLE_OK, let refusedAddress {
      return .transportError("The host is at \(refusedAddress), which may not be reached.")
    }
    if isTooLong { return .transportError("The answer is longer than \(limit) bytes.") }
    if result == CURLE_OPERATION_TIMEDOUT { return .timedOut(patience) }
    guard result == CURLE_OK else {
      return .transportError(String(cString: curl_easy_strerror(result)) + ".")
    }
    return .response(
      HTTPResponse(
        status: cc_status(easy), headers: headers, body: String(decoding: body, as: UTF8.self)))
  }

  private static func transfer(_ context: UnsafeMutableRawPointer?) -> OutgoingTransfer? {
    context.map { Unmanaged<OutgoingTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let receivedBody: cc_receive = { bytes, size, count, context in
    guard let transfer = transfer(context), let bytes else { return 0 }
    let length = size * count
    guard transfer.body.count + length <= transfer.limit else {
      transfer.isTooLong = true
      return 0
    }
    transfer.body += UnsafeRawBufferPointer(start: bytes, count: length)
    return length
  }

  private static let receivedHeader: cc_receive = { bytes, size, count, context in
    guard let transfer = transfer(context), let bytes else { return 0 }
    let length = size * count
    let line = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    if let colon = line.firstIndex(of: ":"), transfer.headers.count < 200 {
      let value = line[line.index(after: colon)...].drop { $0 == " " }
        .prefix { !$0.isNewline }
      transfer.headers.append(HTTPHeader(String(line[..<colon]), String(value)))
    }
    return length
  }

  /// A connection is about to be made: an address that may not be reached does not even get that.
  private static let opening: curl_opensocket_callback = { context, _, address in
    guard let transfer = transfer(context), let address else { return -1 }
    let text = withUnsafePointer(to: &address.pointee.addr) { ListeningSocket.text(of: $0) }
    guard let found = NetworkAddress(text), transfer.reach.allows(found) else {
      transfer.refusedAddress = text
      return -1
    }
    let kind = address.pointee
    return socket(kind.family, kind.socktype | Int32(SOCK_CLOEXEC.rawValue), kind.protocol)
  }

  /// The connection stands, and nothing was sent yet: the last look at where it leads.
  private static let connected: cc_connected = { context, address, _, _, _ in
    guard let transfer = transfer(context), let address else { return CURL_PREREQFUNC_ABORT }
    let text = String(cString: address)
    guard let address = NetworkAddress(text), transfer.reach.allows(address) else {
      transfer.refusedAddress = text
      return CURL_PREREQFUNC_ABORT
    }
    return CURL_PREREQFUNC_OK
  }
}
