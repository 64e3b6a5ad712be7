import IVRCore

/// Keeps clients from trying tokens.
///
/// A token that was not right before costs its client's address one of few tries, which it gets back
/// where the token is right or nobody looks at it. Where none is left, only tokens that were right
/// before are heard, so that nobody is locked out by somebody else's guesses.
struct GuessLimit {
  private var tries: RateLimit
  /// Hashes of tokens that were right; of this process, with a seed of its own.
  private var known: Set<Int> = []
  /// Those that are being looked at, and in how many requests.
  private var asked: [Int: Int] = [:]

  /// How many right tokens are remembered.
  private static let most = 1_024

  init(_ limits: HTTPLimits) {
    tries = RateLimit(limits.wrongTokensPerMinute, in: 60_000, burst: limits.wrongTokens)
  }

  /// Lets a request pass; else tells in how many seconds it may come again.
  mutating func admit(_ credential: Int?, _ address: String, now: Int64) -> Int64? {
    guard let credential, !known.contains(credential) else { return nil }
    if asked[credential] == nil, let seconds = tries.take(address, now: now) { return seconds }
    asked[credential, default: 0] += 1
    return nil
  }

  /// Takes down what the owner found out about the token of a request that was let pass.
  mutating func note(
    _ found: HTTPResponse.Credential?, _ credential: Int?, _ address: String, now: Int64
  ) {
    guard let credential, let count = asked[credential] else { return }
    asked[credential] = count > 1 ? count - 1 : nil
    if found == .known {
      if known.count >= Self.most { known = [] }
      known.insert(credential)
    }
    if found != .wrong, count == 1 { tries.giveBack(address, now: now) }
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
