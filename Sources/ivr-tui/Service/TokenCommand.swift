import IVRCore
import IVRLanguages

/// `token`: makes a token for the lab document.
struct TokenCommand {
  private let request: TokenRequest

  init(_ arguments: Arguments) { request = arguments.token }

  /// Tells the token and the line for the lab document, each on a line of its own.
  func run() -> Int32 {
    let token = FreshToken()
    Output.line(token.text)
    Output.line(JSONText.print(request.member(token.hash)))
    Output.error(Strings.Service.tokenIsShownOnce)
    return ExitCode.done
  }
}

/// What a new token is to be good for.
struct TokenRequest: Equatable {
  /// What it may do; everything where nothing is said.
  var scopes: [String]?
  /// The agent whose token it is.
  var agent: String?
  /// The organisation whose token it is.
  var organisation: String?

  /// Takes an option of the command line.
  mutating func apply(_ option: Option, _ value: String) throws(UsageError) {
    switch option {
    case .agent: agent = value
    case .organisation: organisation = value
    default:
      let words = value.split(separator: ",").map { $0.filter { $0 != " " } }
      if let other = words.first(where: { !AccessToken.knownScopes.contains($0) }) {
        throw UsageError(CommandStrings.badScope(other))
      }
      scopes = words
    }
  }

  /// The object for `tokens` of the lab document.
  func member(_ hash: TokenHash) -> JSONValue {
    var member: JSONObject = [
      "tokenHash": .string(hash.text),
      "scopes": .array((scopes ?? AccessToken.allScopes).map { .string($0) }),
    ]
    if let agent { member["agent"] = .string(agent) }
    if let organisation { member["orgId"] = .string(organisation) }
    return .object(member)
  }
}
