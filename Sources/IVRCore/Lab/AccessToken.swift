import IVRLanguages

/// A token that the lab's own APIs accept, known by its hash only.
public struct AccessToken: Hashable, Sendable {
  /// The hash of the token.
  public let hash: TokenHash
  /// What it may do, for example `cjp:config_read` (Search) and `cjp:user` (Tasks).
  public var scopes: [String]
  /// The agent whose token it is; one without an agent speaks for all of them.
  public var agent: AgentID?
  /// The organisation whose token it is; the lab's own where none is said.
  public var organisation: String?

  /// A token that speaks for all agents of the lab's organisation.
  public init(hash: TokenHash, scopes: [String]) {
    self.hash = hash
    self.scopes = scopes
  }

  /// The same, of a token that is not kept.
  public init(token: String, scopes: [String]) {
    self.init(hash: TokenHash(of: token), scopes: scopes)
  }

  /// The scopes that the lab's routes ask for.
  ///
  /// Source: webex-tasks-api reference, sections 1 and 9, for those of the product: one that ends
  /// with `_read` opens what changes nothing.
  /// Differs from the product: `cjp:user_read`, `gms` and `gms_read` are the lab's own, after the
  /// same pattern.
  public static let knownScopes = [
    "cjp:config", "cjp:config_read", "cjp:config_write", "cjp:user", "cjp:user_read", "gms",
    "gms_read",
  ]

  /// The scopes that together open every route.
  public static let allScopes = ["cjp:config", "cjp:user", "gms"]

  /// Whether a scope is for reading only.
  static func isReading(_ scope: String) -> Bool { scope.hasSuffix("_read") }

  /// Whether its scopes open a route: one of those that the route names, where the route changes
  /// nothing also their reading forms.
  func opens(_ route: Route) -> Bool {
    guard !route.scopes.isEmpty else {
      return !route.changes || scopes.contains { !Self.isReading($0) }
    }
    return scopes.contains { scope in
      guard Self.isReading(scope) else {
        return route.scopes.contains(scope)
          || !route.changes && route.scopes.contains(scope + "_read")
      }
      let whole = String(scope.dropLast("_read".count))
      return !route.changes && (route.scopes.contains(scope) || route.scopes.contains(whole))
    }
  }
}

/// The SHA-256 of a token, which tells nothing about the token.
public struct TokenHash: Hashable, Codable, Sendable {
  private let digits: String

  /// The hash of a token.
  public init(of token: String) { digits = SHA256.hexadecimal(Array(token.utf8)) }

  /// Reads `sha256:` and 64 hexadecimal digits.
  public init?(_ text: String) {
    let prefix = "sha256:"
    let digits = text.dropFirst(prefix.count).lowercased()
    guard text.hasPrefix(prefix), digits.utf8.count == 64,
      digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.digits = digits
  }

  /// As lab documents have it.
  public var text: String { "sha256:" + digits }

  /// Compares without telling by its time how much is alike.
  public func isSame(as other: TokenHash) -> Bool {
    zip(digits.utf8, other.digits.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension HTTPRequest {
  /// The token behind `Authorization: Bearer`; empty where nothing is there, nil for other schemes.
  public var bearer: String? {
    let words = (header("Authorization") ?? "").split(separator: " ")
    guard let scheme = words.first, scheme.lowercased() == "bearer", words.count <= 2 else {
      return nil
    }
    return words.count == 2 ? String(words[1]) : ""
  }

  /// Whether the request carries the token of a hash.
  public func carries(_ hash: TokenHash) -> Bool {
    bearer.map { TokenHash(of: $0).isSame(as: hash) } ?? false
  }
}
