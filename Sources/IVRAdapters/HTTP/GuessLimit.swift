import IVRCore

/// Keeps clients from trying tokens.
///
/// Wrong tokens of a client's address are counted; where there were too many, only tokens that were
/// right before are heard, so that nobody is locked out by somebody else's guesses.
struct GuessLimit {
  private var wrong: RateLimit
  /// Hashes of tokens that were right; of this process, with a seed of its own.
  private var known: Set<Int> = []

  /// How many right tokens are remembered.
  private static let most = 1_024

  init(_ limits: HTTPLimits) {
    wrong = RateLimit(perSecond: limits.wrongTokensPerSecond, burst: limits.wrongTokens)
  }

  /// In how many seconds a request may come again; nil where it may pass.
  func wait(_ credential: Int?, _ address: String, now: Int64) -> Int64? {
    guard let credential, !known.contains(credential) else { return nil }
    return wrong.look(address, now: now)
  }

  /// Takes down what the owner found out about a request's token.
  mutating func note(
    _ found: HTTPResponse.Credential?, _ credential: Int?, _ address: String, now: Int64
  ) {
    switch found {
    case .wrong: wrong.take(address, now: now)
    case .known:
      guard let credential else { return }
      if known.count >= Self.most { known = [] }
      known.insert(credential)
    case nil: break
    }
  }
}

extension HTTPExchange {
  /// A number for what the request carries as its token: the header `Authorization`, else the
  /// parameter `token` of address or form; nil where there is none.
  ///
  /// It is good within this process only and cannot be turned back.
  func credential() -> Int? {
    if let header = head.value("authorization") { return header.hashValue }
    let query = head.target.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()
    return Self.token(in: query).map(\.hashValue) ?? Self.token(in: body[...]).map(\.hashValue)
  }

  private static func token(in form: some Collection<UInt8>) -> [UInt8]? {
    let name = Array("token=".utf8)
    return form.split(separator: UInt8(ascii: "&")).first { $0.starts(with: name) }
      .map { Array($0.dropFirst(name.count)) }
  }
}
