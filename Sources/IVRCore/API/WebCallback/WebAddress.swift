import IVRLanguages

/// Addresses that come from outside.
enum WebAddress {
  /// The longest address, in bytes.
  static let longest = 4_096

  /// Whether it is an http or https address with a host, without control characters.
  static func isUsable(_ text: String) -> Bool {
    let text = text.trimmed
    let lower = text.lowercased()
    guard ["http://", "https://"].contains(where: lower.hasPrefix), text.utf8.count <= longest,
      text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
    else { return false }
    let host = URLParts(text).host
    return !host.isEmpty && !host.contains("@")
  }

  /// The address as a header can carry it: what is no plain ASCII is escaped.
  static func headerText(_ address: String) -> String {
    var result = ""
    for byte in address.trimmed.utf8 {
      if byte > 32 && byte < 127 {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// The address with a parameter more, before any fragment.
  static func adding(_ name: String, _ value: String, to address: String) -> String {
    let hash = address.firstIndex(of: "#") ?? address.endIndex
    let base = address[..<hash]
    let joint = base.hasSuffix("?") || base.hasSuffix("&") ? "" : base.contains("?") ? "&" : "?"
    return base + "\(joint)\(name)=\(value)" + address[hash...]
  }
}
