import CMicrohttpd
import Glibc
import IVRCore

/// What libmicrohttpd is told, and what it calls back; all on the server's thread.
///
/// Source: the library's header, version 0.9.75. It runs in the server's own loop ("external
/// polling" over epoll), so that its callbacks, the answers and the deadlines share one thread.
enum HTTPDaemon {
  /// The library's memory for each connection: headers and target at their limits, and room to tell
  /// that they are beyond.
  private static let connectionMemory = 65_536
  /// Connections beyond the limit that are accepted only to be refused, within a second; more wait
  /// in the system's queue.
  private static let spareConnections = 512

  /// Starts the library on a listening socket; it must be used on one thread from then on.
  static func start(_ loop: HTTPServerLoop, socket: Int32) -> OpaquePointer? {
    let cls = Unmanaged.passUnretained(loop).toOpaque()
    var flags = MHD_USE_EPOLL.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
    var items = [
      MHD_OptionItem(option: .LISTEN_SOCKET, value: Int(socket), ptr_value: nil),
      MHD_OptionItem(option: .CONNECTION_MEMORY_LIMIT, value: connectionMemory, ptr_value: nil),
      MHD_OptionItem(
        option: .CONNECTION_LIMIT, value: loop.options.limits.connections + spareConnections,
        ptr_value: nil),
      MHD_OptionItem(
        option: .URI_LOG_CALLBACK, value: unsafeBitCast(begun, to: Int.self), ptr_value: cls),
      MHD_OptionItem(
        option: .NOTIFY_CONNECTION, value: unsafeBitCast(connected, to: Int.self), ptr_value: cls),
      MHD_OptionItem(
        option: .NOTIFY_COMPLETED, value: unsafeBitCast(completed, to: Int.self), ptr_value: cls),
    ]
    guard let certificate = loop.options.certificate else {
      items.append(MHD_OptionItem(option: .END, value: 0, ptr_value: nil))
      return cm_start(flags, handled, cls, items)
    }
    flags |= MHD_USE_TLS.rawValue
    return certificate.key.withMutableCString { key in
      certificate.certificate.withMutableCString { text in
        items.append(MHD_OptionItem(option: .HTTPS_MEM_KEY, value: 0, ptr_value: key))
        items.append(MHD_OptionItem(option: .HTTPS_MEM_CERT, value: 0, ptr_value: text))
        items.append(MHD_OptionItem(option: .END, value: 0, ptr_value: nil))
        return cm_start(flags, handled, cls, items)
      }
    }
  }

  /// Sends a response; false ends the connection.
  static func queue(_ response: HTTPResponse, _ body: [UInt8], _ connection: OpaquePointer) -> Bool
  {
    var bytes = body
    let message = bytes.withUnsafeMutableBytes {
      MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
    }
    return send(message, response, connection)
  }

  /// Sends a response that goes on; false ends the connection.
  static func queue(
    _ response: HTTPResponse, _ stream: HTTPStream, _ connection: OpaquePointer
  ) -> Bool {
    let message = MHD_create_response_from_callback(
      .max, stream.blockSize, piece, Unmanaged.passRetained(stream).toOpaque(), freed)
    return send(message, response, connection)
  }

  private static func send(
    _ message: OpaquePointer?, _ response: HTTPResponse, _ connection: OpaquePointer
  ) -> Bool {
    guard let message else { return false }
    defer { MHD_destroy_response(message) }
    for header in response.headers {
      // The library refuses values with line ends; a response does without such a header.
      _ = MHD_add_response_header(message, header.name, header.value)
    }
    return MHD_queue_response(connection, UInt32(clamping: response.status), message) == .YES
  }

  /// The library can send more of a response that goes on.
  private static let piece: MHD_ContentReaderCallback = { cls, _, buffer, limit in
    guard let cls, let buffer else { return HTTPStream.end }
    return Unmanaged<HTTPStream>.fromOpaque(cls).takeUnretainedValue().read(into: buffer, limit)
  }

  /// The library is done with a response that went on.
  private static let freed: MHD_ContentReaderFreeCallback = { cls in
    if let cls { Unmanaged<HTTPStream>.fromOpaque(cls).release() }
  }

  private static func loop(_ cls: UnsafeMutableRawPointer?) -> HTTPServerLoop? {
    cls.map { Unmanaged<HTTPServerLoop>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func connection(_ handle: OpaquePointer?) -> HTTPConnection? {
    cm_socket_context(handle).map {
      Unmanaged<HTTPConnection>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// A connection was opened or closed; the list of the loop keeps it alive.
  private static let connected: MHD_NotifyConnectionCallback = { cls, handle, context, reason in
    guard let loop = loop(cls), let handle, let context else { return }
    if reason.rawValue == 0 {
      context.pointee = Unmanaged.passUnretained(loop.add(handle)).toOpaque()
    } else if let pointer = context.pointee {
      loop.remove(Unmanaged<HTTPConnection>.fromOpaque(pointer).takeUnretainedValue())
      context.pointee = nil
    }
  }

  private typealias FirstLine =
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?
    ) -> UnsafeMutableRawPointer?

  /// A request's first line was read: the target as it was sent.
  private static let begun: FirstLine = { cls, target, handle in
    guard let loop = loop(cls), let connection = connection(handle) else { return nil }
    let exchange = loop.begin(target.map { String(cString: $0) } ?? "", connection)
    target.map(forgetQuery)
    return Unmanaged.passUnretained(exchange).toOpaque()
  }

  /// Ends the target behind its question mark, in the library's own buffer.
  ///
  /// The library would else make a record of each parameter, and without a word close a connection
  /// whose memory is too small for them. Nobody asks for its records.
  private static func forgetQuery(of target: UnsafePointer<CChar>) {
    guard let mark = strchr(target, Int32(UInt8(ascii: "?"))) else { return }
    if mark[1] != 0 { mark[1] = 0 }
  }

  /// First with the head, then with each part of the body, then without any, and again when a
  /// suspended connection is awake.
  private static let handled: MHD_AccessHandlerCallback = {
    cls, handle, _, method, version, bytes, count, _ in
    guard let loop = loop(cls), let connection = connection(handle),
      let exchange = connection.exchange
    else { return .NO }
    guard exchange.hasHead else {
      var head = exchange.head
      head.method = method.map { String(cString: $0) } ?? ""
      head.version = version.map { String(cString: $0) } ?? ""
      head.headers = headers(of: handle)
      return loop.takeHead(head, of: exchange, connection) ? .YES : .NO
    }
    if let count, count.pointee > 0 {
      let part = UnsafeRawBufferPointer(start: bytes, count: count.pointee)
      count.pointee = 0
      return loop.take(part, of: exchange) ? .YES : .NO
    }
    return loop.goOn(exchange, connection) ? .YES : .NO
  }

  private static let completed: MHD_RequestCompletedCallback = { cls, handle, _, _ in
    guard let loop = loop(cls), let connection = connection(handle),
      let exchange = connection.exchange
    else { return }
    loop.end(exchange, connection)
  }

  /// The headers in order.
  private static func headers(of handle: OpaquePointer?) -> [HTTPHeader] {
    var headers: [HTTPHeader] = []
    withUnsafeMutablePointer(to: &headers) { list in
      _ = MHD_get_connection_values(handle, .HEADER_KIND, header, list)
    }
    return headers
  }

  private static let header: MHD_KeyValueIterator = { list, _, name, value in
    guard let list, let name else { return .YES }
    list.assumingMemoryBound(to: [HTTPHeader].self).pointee.append(
      HTTPHeader(String(cString: name), value.map { String(cString: $0) } ?? ""))
    return .YES
  }
}

extension String {
  /// Lends the text to a C function that does not say that it only reads.
  fileprivate func withMutableCString<Result>(
    _ use: (UnsafeMutablePointer<CChar>) -> Result
  ) -> Result {
    var bytes = Array(utf8CString)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else {
        preconditionFailure("a C string has at least its end")
      }
      return use(start)
    }
  }
}
