import IVRLanguages

/// The bodies in which the APIs of the lab refuse.
enum RefusalForm: String, Sendable, CaseIterable {
  /// The one that all REST APIs of Webex share.
  case webex
  /// That of subscriptions, whose key is a number.
  case subscriptions
  /// That of the callback service of Genesys.
  case callbackService
  /// A page for people.
  case page

  /// The answer to a request that is refused.
  func response(_ error: APIError, to request: HTTPRequest) -> HTTPResponse {
    switch self {
    case .webex: return error.response(to: request)
    case .subscriptions:
      var error = error
      error.hasNumericKey = true
      return error.response(to: request)
    case .callbackService: return GMSError(error).response
    case .page: return DemoEndpoint.refuse(error, request)
    }
  }

  /// The name and shape of the body; nil for a page.
  var shape: ValueShape.Kind? {
    switch self {
    case .webex: .named("Refusal", Self.shape(key: .words))
    case .subscriptions: .named("NumberedRefusal", Self.shape(key: .whole(.min ... .max)))
    case .callbackService: .named("ServiceRefusal", .object(GMSShapes.refusal))
    case .page: nil
    }
  }

  private static func shape(key: ValueShape.Kind) -> ValueShape.Kind {
    let messages = ValueShape.Kind.list(.object([.required("description", .words)]), limit: .max)
    return .object([
      .required("trackingId", .words, "The TrackingId of the request."),
      .required("error", .object([.required("key", key), .required("message", messages)])),
    ])
  }
}

extension GMSError {
  /// A refusal that comes from before the service's own handlers.
  init(_ error: APIError) {
    let kind: Kind =
      switch error.status {
      case 401, 403: .access
      case 404: .resource
      case 429, 500...: .unavailable
      default: .parameter
      }
    self.init(error.status, kind, error.description)
  }
}

extension RouteTable {
  /// In which body requests to an address are refused; of a path that is not there its beginning
  /// decides.
  static func refusals(of address: String) -> RefusalForm {
    let prefix = "/hosts/"
    let isHost = address.hasPrefix(prefix)
    let path = URLParts(isHost ? "https://" + address.dropFirst(prefix.count) : address).path
    for family in families where family.routes.contains(where: { $0.template.match(path) != nil }) {
      return family.refusals
    }
    return path == "/genesys" || path.hasPrefix("/genesys/") ? .callbackService : .webex
  }
}

extension ValueShape.Kind {
  /// Text of any length.
  static let words = ValueShape.Kind.text(limit: .max)
  /// An instant in milliseconds since 1970.
  static let instant = ValueShape.Kind.whole(0 ... .max)
}
