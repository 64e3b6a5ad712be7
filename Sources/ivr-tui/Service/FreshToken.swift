import IVRCore

/// A token that was just made; its text is shown once and then forgotten.
struct FreshToken {
  /// The text, with a beginning by which it is recognised where it should not be.
  let text: String

  /// 256 bits from the system's generator.
  init() {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    text = "ivrtui_" + Self.base64url(bytes)
  }

  /// What is kept of it.
  var hash: TokenHash { TokenHash(of: text) }

  /// Source: RFC 4648, section 5, without padding.
  static func base64url(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var text = ""
    var bits = 0
    var count = 0
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xFFFF
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[bits >> count & 63])
      }
    }
    if count > 0 { text.append(alphabet[bits << (6 - count) & 63]) }
    return text
  }
}
