import CMicrohttpd
import Glibc

/// Makes a certificate for TLS on this machine that signs itself.
///
/// A P-256 key with SHA-256, for `localhost`, `127.0.0.1`, `::1` and further names, valid from an
/// hour before now for ten years. Made by GnuTLS, which also serves it.
enum SelfSignedCertificate {
  private static let validity = 3_650 * 86_400

  /// A certificate with its key; nil where GnuTLS refuses.
  static func make(for names: [String], now: Int) -> HTTPCertificate? {
    var key: gnutls_x509_privkey_t?
    guard gnutls_x509_privkey_init(&key) == 0, let key else { return nil }
    defer { gnutls_x509_privkey_deinit(key) }
    var certificate: gnutls_x509_crt_t?
    guard gnutls_x509_crt_init(&certificate) == 0, let certificate else { return nil }
    defer { gnutls_x509_crt_deinit(certificate) }
    guard gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, cm_p256_bits(), 0) == 0,
      fill(certificate, key, names, now),
      gnutls_x509_crt_sign2(certificate, certificate, key, GNUTLS_DIG_SHA256, 0) == 0
    else { return nil }
    var data = gnutls_datum_t()
    guard gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &data) == 0,
      let text = take(&data),
      gnutls_x509_privkey_export2_pkcs8(key, GNUTLS_X509_FMT_PEM, nil, 0, &data) == 0,
      let secret = take(&data)
    else { return nil }
    return HTTPCertificate(certificate: text, key: secret)
  }

  private static func fill(
    _ certificate: gnutls_x509_crt_t, _ key: gnutls_x509_privkey_t, _ names: [String], _ now: Int
  ) -> Bool {
    var serial = [UInt8](repeating: 0, count: 16)
    guard gnutls_rnd(GNUTLS_RND_NONCE, &serial, serial.count) == 0 else { return false }
    // A positive number.
    serial[0] = serial[0] & 0x7f | 0x40
    let results = [
      gnutls_x509_crt_set_version(certificate, 3), gnutls_x509_crt_set_key(certificate, key),
      gnutls_x509_crt_set_serial(certificate, serial, serial.count),
      gnutls_x509_crt_set_activation_time(certificate, now - 3_600),
      gnutls_x509_crt_set_expiration_time(certificate, now + validity),
      gnutls_x509_crt_set_dn(certificate, "CN=localhost,O=ivr-tui", nil),
      gnutls_x509_crt_set_basic_constraints(certificate, 0, -1),
      gnutls_x509_crt_set_key_usage(certificate, UInt32(GNUTLS_KEY_DIGITAL_SIGNATURE)),
      gnutls_x509_crt_set_key_purpose_oid(certificate, "1.3.6.1.5.5.7.3.1", 0),
    ]
    return results.allSatisfy { $0 == 0 }
      && (["localhost"] + names).allSatisfy { name($0, certificate) }
      && addresses.allSatisfy { address($0, certificate) }
  }

  /// 127.0.0.1 and ::1.
  private static let addresses: [[UInt8]] = [
    [127, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ]

  private static func address(_ bytes: [UInt8], _ certificate: gnutls_x509_crt_t) -> Bool {
    gnutls_x509_crt_set_subject_alt_name(
      certificate, GNUTLS_SAN_IPADDRESS, bytes, UInt32(bytes.count), UInt32(GNUTLS_FSAN_APPEND))
      == 0
  }

  private static func name(_ name: String, _ certificate: gnutls_x509_crt_t) -> Bool {
    gnutls_x509_crt_set_subject_alt_name(
      certificate, GNUTLS_SAN_DNSNAME, name, UInt32(name.utf8.count), UInt32(GNUTLS_FSAN_APPEND))
      == 0
  }

  /// The text that GnuTLS has put somewhere.
  private static func take(_ data: inout gnutls_datum_t) -> String? {
    defer {
      cm_free(&data)
    }
    guard let start = data.data else { return nil }
    return String(
      validating: UnsafeBufferPointer(start: start, count: Int(data.size)), as: UTF8.self)
  }
}

extension HTTPCertificate {
  /// Whether certificate and key can be read and belong together, and it is still valid for a week.
  func isUsable(now: Int) -> Bool {
    var pair: gnutls_certificate_credentials_t?
    guard gnutls_certificate_allocate_credentials(&pair) == 0, let pair else { return false }
    defer { gnutls_certificate_free_credentials(pair) }
    let isPair = Self.withDatum(certificate) { text in
      Self.withDatum(key) { key in
        gnutls_certificate_set_x509_key_mem(pair, &text, &key, GNUTLS_X509_FMT_PEM) >= 0
      }
    }
    var parsed: gnutls_x509_crt_t?
    guard isPair, gnutls_x509_crt_init(&parsed) == 0, let parsed else { return false }
    defer { gnutls_x509_crt_deinit(parsed) }
    let isRead = Self.withDatum(certificate) { text in
      gnutls_x509_crt_import(parsed, &text, GNUTLS_X509_FMT_PEM) == 0
    }
    return isRead && gnutls_x509_crt_get_expiration_time(parsed) > now + 7 * 86_400
  }

  private static func withDatum(_ text: String, _ use: (inout gnutls_datum_t) -> Bool) -> Bool {
    var bytes = Array(text.utf8)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      var datum = gnutls_datum_t(data: buffer.baseAddress, size: UInt32(buffer.count))
      return use(&datum)
    }
  }
}
