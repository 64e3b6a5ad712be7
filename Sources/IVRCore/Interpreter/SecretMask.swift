/// Replaces secrets in text that people will see: values of secure variables and tokens.
public struct SecretMask: Sendable {
  /// What stands in a secret's place.
  public static let mark = "••••••"
  private let secrets: [String]

  /// A mask for the given secrets; empty ones, and those too short to be told from ordinary text
  /// (under four characters), are not looked for.
  public init(_ secrets: [String]) {
    self.secrets = secrets.filter { $0.count >= 4 }.sorted { $0.count > $1.count }
  }

  /// The mask with further secrets.
  public func adding(_ more: [String]) -> SecretMask { SecretMask(secrets + more) }

  /// The text with every secret masked.
  public func apply(to text: String) -> String {
    secrets.reduce(text) { Self.holds($0, $1) ? Self.replace($1, in: $0) : $0 }
  }

  /// Whether a secret stands in a text; almost always it does not.
  private static func holds(_ text: String, _ secret: String) -> Bool {
    guard let first = secret.utf8.first else { return false }
    let isFound = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.indices.dropLast(secret.utf8.count - 1).contains { place in
        bytes[place] == first && bytes[place...].starts(with: secret.utf8)
      }
    }
    return isFound ?? true
  }

  private static func replace(_ secret: String, in text: String) -> String {
    let needle = Array(secret.utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let found = bytes[index...].starts(with: needle)
      result += found ? Array(mark.utf8) : [bytes[index]]
      index += found ? needle.count : 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
