import Glibc

/// A socket that listens, and where.
struct ListeningSocket {
  let descriptor: Int32
  let port: UInt16
  private let host: String
  private let isIPv6: Bool

  /// Host and port as addresses have them.
  var authority: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Listens on an address in digits; port 0 takes a free one.
  init(host: String, port: UInt16) throws(HTTPServerError) {
    self.host = host
    isIPv6 = host.contains(":")
    descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue) | Self.flags, 0)
    guard descriptor >= 0 else { throw HTTPServerError(.system(SystemError("socket", errno))) }
    do throws(HTTPServerError) {
      var on: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
      let result =
        isIPv6
        ? try Self.bindIPv6(descriptor, host, port) : try Self.bindIPv4(descriptor, host, port)
      guard result == 0, listen(descriptor, Self.backlog) == 0 else {
        throw Self.error(errno, host, port)
      }
      self.port = Self.port(of: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Connections that the system keeps until they are taken; it has a limit of its own.
  private static let backlog: Int32 = 4_096

  private static let flags = Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)

  private static func bindIPv4(
    _ descriptor: Int32, _ host: String, _ port: UInt16
  ) throws(HTTPServerError) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
      throw HTTPServerError(.badHost(host))
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func bindIPv6(
    _ descriptor: Int32, _ host: String, _ port: UInt16
  ) throws(HTTPServerError) -> Int32 {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    guard inet_pton(AF_INET6, host, &address.sin6_addr) == 1 else {
      throw HTTPServerError(.badHost(host))
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
      }
    }
  }

  private static func error(_ number: Int32, _ host: String, _ port: UInt16) -> HTTPServerError {
    switch number {
    case EADDRINUSE: HTTPServerError(.portInUse(port))
    case EACCES: HTTPServerError(.notAllowed(port))
    case EADDRNOTAVAIL: HTTPServerError(.noSuchAddress(host))
    default: HTTPServerError(.system(SystemError("bind", number)))
    }
  }

  /// The port lies at the same place in both families of addresses.
  private static func port(of descriptor: Int32) -> UInt16 {
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    return UInt16(bigEndian: address.sin6_port)
  }

  /// A client's address in digits; empty where it is unknown.
  static func text(of address: UnsafePointer<sockaddr>?) -> String {
    guard let address else { return "" }
    let length =
      address.pointee.sa_family == sa_family_t(AF_INET6)
      ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let result = getnameinfo(
      address, socklen_t(length), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
    guard result == 0 else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
