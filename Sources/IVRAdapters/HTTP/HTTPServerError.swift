/// Why a server cannot be started.
public struct HTTPServerError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The host is no address in digits, as 127.0.0.1 and ::1 are.
    case badHost(String)
    /// Another program listens on the port.
    case portInUse(UInt16)
    /// The user may not listen on the port.
    case notAllowed(UInt16)
    /// The machine does not have the address.
    case noSuchAddress(String)
    /// Certificate or key cannot be used.
    case badCertificate
    /// A system call failed.
    case system(SystemError)
  }

  /// What is wrong.
  public let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// One sentence for the user.
  public var message: String {
    switch kind {
    case .badHost(let host): "\"\(host)\" is no address in digits such as 127.0.0.1 or ::1."
    case .portInUse(let port): "Another program listens on port \(port)."
    case .notAllowed(let port):
      "You may not listen on port \(port); ports from 1024 on need no rights."
    case .noSuchAddress(let host): "This machine does not have the address \(host)."
    case .badCertificate: "The certificate or its key cannot be used."
    case .system(let error): "The server cannot be started: \(error.call): \(error.reason)."
    }
  }
}
