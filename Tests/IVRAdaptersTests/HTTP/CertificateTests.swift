import Foundation
import Glibc
import Testing

@testable import IVRAdapters

@Suite struct CertificateTests {
  private static let now = 1_800_000_000

  private func withFolder(_ use: (String) throws -> Void) rethrows {
    var name = Array((NSTemporaryDirectory() + "/ivr-tui-XXXXXX").utf8CString)
    let folder = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try use(folder)
  }

  private func mode(_ path: String) -> mode_t {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mode & 0o777 : 0
  }

  @Test("a certificate is made once, kept for the user alone, and kept on")
  func kept() throws {
    try withFolder { root in
      let folder = CertificateFolder(root + "/state/ivr-tui")
      let first = try folder.certificate(names: ["mycontactual.com"], now: Self.now)
      #expect(first.certificate.hasPrefix("-----BEGIN CERTIFICATE-----"))
      #expect(first.key.contains("PRIVATE KEY"))
      #expect(try folder.certificate(names: [], now: Self.now + 1) == first)
      #expect(mode(root + "/state/ivr-tui/key.pem") == 0o600)
      #expect(mode(root + "/state/ivr-tui/certificate.pem") == 0o600)
      #expect(mode(root + "/state/ivr-tui") == 0o700)
    }
  }

  @Test("one that is broken, of another key or at its end is made anew")
  func anew() throws {
    try withFolder { root in
      let folder = CertificateFolder(root)
      let first = try folder.certificate(names: [], now: Self.now)
      let old = try folder.certificate(names: [], now: Self.now + 3_650 * 86_400 - 86_400)
      #expect(old != first)
      for (file, text) in [
        ("certificate.pem", "nonsense"), ("key.pem", first.key), ("key.pem", ""),
        ("certificate.pem", first.certificate),
      ] {
        try text.write(toFile: root + "/" + file, atomically: true, encoding: .utf8)
        let made = try folder.certificate(names: [], now: Self.now)
        #expect(made.isUsable(now: Self.now))
      }
      #expect(!HTTPCertificate(certificate: "", key: "").isUsable(now: Self.now))
    }
  }

  @Test("a folder that cannot be made is said so")
  func noFolder() {
    #expect(throws: CertificateError.self) {
      try CertificateFolder("/dev/null/ivr-tui").certificate(names: [], now: Self.now)
    }
  }

  @Test("a server takes it")
  func served() throws {
    let made = try #require(SelfSignedCertificate.make(for: ["a.example"], now: Int(time(nil))))
    let echo = try ServedEcho(certificate: made)
    #expect(echo.server.address.hasPrefix("https://127.0.0.1:"))
    echo.stop()
  }
}
