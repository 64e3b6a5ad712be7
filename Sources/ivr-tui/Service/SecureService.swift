import IVRAdapters
import IVRCore

/// The lab's server over TLS, for what the lab answers over HTTPS only.
struct SecureService {
  /// Where it listens.
  var options: HTTPServerOptions
  /// The file of the certificate, for clients that want to trust it.
  let certificatePath: String

  /// What a lab needs: nil where it has nothing that is for HTTPS only.
  ///
  /// The certificate is made when it is first needed and kept in the user's state folder. Throws
  /// where that fails.
  static func needed(by lab: Lab, host: String?) throws(CertificateError) -> SecureService? {
    guard !lab.webCallbackTenants.isEmpty else { return nil }
    guard let folder = CertificateFolder.ofUser else { throw .noHome }
    var options = HTTPServerOptions()
    options.host = host ?? options.host
    options.certificate = try folder.certificate(
      names: lab.servedHosts, now: Int(MonotonicClock.calendar / 1000))
    return SecureService(options: options, certificatePath: folder.certificatePath)
  }
}
