import Glibc

/// The folder in which the lab keeps its own certificate, so that a client that trusts it once may
/// go on doing so.
///
/// `certificate.pem` and `key.pem`, readable for the user alone (0600, in a folder of 0700).
public struct CertificateFolder: Sendable {
  /// Where the certificate stands.
  public let certificatePath: String
  private let keyPath: String
  private let folder: String

  /// A folder, which need not be there yet.
  public init(_ folder: String) {
    self.folder = folder
    certificatePath = folder + "/certificate.pem"
    keyPath = folder + "/key.pem"
  }

  /// The folder of the user: `$XDG_STATE_HOME/ivr-tui`, else `~/.local/state/ivr-tui`.
  ///
  /// Source: XDG Base Directory Specification; nil where the user has no home.
  public static var ofUser: CertificateFolder? {
    func variable(_ name: String) -> String? {
      // Relative paths are to be ignored, as the specification says.
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let home = variable("HOME") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) }
    let state = variable("XDG_STATE_HOME") ?? home.map { $0 + "/.local/state" }
    return state.map { CertificateFolder($0 + "/ivr-tui") }
  }

  /// The certificate that is kept, or a new one where there is none that can be used.
  ///
  /// `now` is in seconds since 1970. Throws where it cannot be made or kept.
  public func certificate(names: [String], now: Int) throws(CertificateError) -> HTTPCertificate {
    if let text = Self.read(certificatePath), let key = Self.read(keyPath) {
      let kept = HTTPCertificate(certificate: text, key: key)
      if kept.isUsable(now: now) {
        // Others may have been let in since.
        chmod(keyPath, 0o600)
        return kept
      }
    }
    guard let made = SelfSignedCertificate.make(for: names, now: now) else {
      throw CertificateError("GnuTLS makes no certificate.")
    }
    try makeFolder()
    try Self.write(made.key, to: keyPath)
    try Self.write(made.certificate, to: certificatePath)
    return made
  }

  private func makeFolder() throws(CertificateError) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      guard mkdir(path, 0o700) == 0 || errno == EEXIST || access(path, F_OK) == 0 else {
        throw CertificateError("\(path) cannot be made: \(String(cString: strerror(errno))).")
      }
    }
  }

  /// The longest file that is read, in bytes.
  private static let longest = 65_536

  private static func read(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: longest)
    var count = 0
    while count < longest {
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { Glibc.read(descriptor, $0 + count, longest - count) } ?? -1
      }
      guard got >= 0 else { return nil }
      if got == 0 { break }
      count += got
    }
    return String(validating: bytes[..<count], as: UTF8.self)
  }

  /// Writes a file beside its place first, so that nobody ever reads half of it.
  private static func write(_ text: String, to path: String) throws(CertificateError) {
    let draft = path + ".\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw fault(path) }
    let bytes = Array(text.utf8)
    let written = Glibc.write(descriptor, bytes, bytes.count)
    guard close(descriptor) == 0, written == bytes.count, rename(draft, path) == 0 else {
      let fault = fault(path)
      unlink(draft)
      throw fault
    }
  }

  private static func fault(_ path: String) -> CertificateError {
    CertificateError("\(path) cannot be written: \(String(cString: strerror(errno))).")
  }
}

/// Why there is no certificate.
public struct CertificateError: Error, Hashable, Sendable {
  /// One sentence for the user.
  public let message: String

  init(_ message: String) { self.message = message }

  /// The user has no folder for it.
  public static let noHome = CertificateError("The user has no home folder.")
}
