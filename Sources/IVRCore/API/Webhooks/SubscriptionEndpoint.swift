import IVRLanguages

/// Subscriptions to events.
///
/// Source: webex-tasks-api reference, section 9.
/// Differs from the product: `http` is taken as well where the destination is this machine.
enum SubscriptionEndpoint {
  static let body =
    [ValueShape.required("name", .text(limit: 64), "At least 4 characters.")] + shared
  /// What can be changed.
  static let changes =
    [ValueShape.optional("name", .text(limit: 64))]
    + shared.map { ValueShape(name: $0.name, kind: $0.kind, isRequired: false, note: $0.note) }
  private static let shared: [ValueShape] = [
    .optional("description", .text(limit: 1_024)),
    .required(
      "eventTypes", .list(.text(limit: 64), limit: 32), "Names that /v2/event-types lists."),
    .required("destinationUrl", .text(limit: 2_048), "https; http for this machine only."),
    .optional("secret", .text(limit: 256), "At least 32 bytes; signs what is sent."),
    .optional("orgId", .text(limit: 100)), .optional("resourceVersion", .text(limit: 64)),
    .optional("status", .choice(["active", "inactive"])),
  ]

  static func create(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let count = engine.state.webhooks.subscriptions.count
    guard count < WebhookBook.mostSubscriptions else {
      throw APIError(409, "There are \(count) subscriptions; the organisation may have no more.")
    }
    try check(call.body, engine.world.lab)
    let now = engine.state.now
    var subscription = WebhookSubscription(
      id: SubscriptionID(rawValue: engine.state.webhooks.identifiers.nextUUID()), name: "",
      description: "", eventTypes: [], destinationURL: "", isActive: true,
      version: version(call), created: now, updated: now)
    apply(call.body, to: &subscription)
    engine.state.webhooks.subscriptions[subscription.id] = subscription
    return .json(card(subscription, engine.world.lab), status: 201)
  }

  static func list(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let lab = engine.world.lab
    let cards = engine.state.webhooks.subscriptions.values.map { card($0, lab) }
    return .json(["meta": ["orgId": .string(lab.orgID)], "data": .array(cards)])
  }

  static func get(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    .json(card(try subscription(engine, call), engine.world.lab))
  }

  static func change(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    var subscription = try subscription(engine, call)
    try check(call.body, engine.world.lab)
    apply(call.body, to: &subscription)
    subscription.updated = engine.state.now
    engine.state.webhooks.subscriptions[subscription.id] = subscription
    return .json(card(subscription, engine.world.lab))
  }

  static func delete(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    engine.state.webhooks.subscriptions[try subscription(engine, call).id] = nil
    return .empty(204)
  }

  static func eventTypes(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let types = WebhookEvent.types.map { type -> JSONValue in
      let resource = String(type.name.prefix { $0 != ":" })
      return [
        "name": .string(type.name), "description": .string(type.summary),
        "resourceVersion": .string(resource + ":1.0.0"),
      ]
    }
    return .json(["data": .array(types)])
  }

  private static func subscription(
    _ engine: Engine, _ call: APICall
  ) throws(APIError) -> WebhookSubscription {
    let id = SubscriptionID(rawValue: call.path["id"] ?? "")
    guard let found = engine.state.webhooks.subscriptions[id] else {
      throw APIError(404, "There is no subscription \"\(id)\".")
    }
    return found
  }

  private static func version(_ call: APICall) -> Int {
    URLParts(call.request.url).path.hasPrefix("/v2/") ? 2 : 1
  }

  private static func check(_ body: JSONObject, _ lab: Lab) throws(APIError) {
    if let name = body["name"]?.string, name.count < 4 {
      throw APIError(400, "name is shorter than 4 characters.")
    }
    if let secret = body["secret"]?.string, secret.utf8.count < 32 {
      throw APIError(400, "secret is shorter than 32 characters.")
    }
    if let other = body["orgId"]?.string, other != lab.orgID {
      throw APIError(403, "The access token is of another organisation.")
    }
    if let types = body["eventTypes"]?.array { try check(types) }
    if let url = body["destinationUrl"]?.string { try WebhookDestination.check(url) }
  }

  private static func check(_ types: [JSONValue]) throws(APIError) {
    guard !types.isEmpty else { throw APIError(400, "eventTypes is empty.") }
    let known = WebhookEvent.types.map(\.name)
    for type in types.compactMap(\.string) where !known.contains(type) {
      let hint = Suggestions.hint(for: type, in: known)
      throw APIError(400, "The lab tells no events of the type \"\(type)\"\(hint).")
    }
  }

  private static func apply(_ body: JSONObject, to subscription: inout WebhookSubscription) {
    subscription.name = body["name"]?.string ?? subscription.name
    subscription.description = body["description"]?.string ?? subscription.description
    subscription.eventTypes =
      body["eventTypes"]?.array?.compactMap(\.string) ?? subscription.eventTypes
    subscription.destinationURL = body["destinationUrl"]?.string ?? subscription.destinationURL
    subscription.secret = body["secret"]?.string ?? subscription.secret
    subscription.resourceVersion =
      body["resourceVersion"]?.string ?? subscription.resourceVersion
    if let status = body["status"]?.string { subscription.isActive = status == "active" }
  }

  /// A subscription as the API shows it: without its secret.
  private static func card(_ subscription: WebhookSubscription, _ lab: Lab) -> JSONValue {
    [
      "id": .string(subscription.id.rawValue), "name": .string(subscription.name),
      "description": .string(subscription.description),
      "eventTypes": .array(subscription.eventTypes.map { .string($0) }),
      "destinationUrl": .string(subscription.destinationURL), "orgId": .string(lab.orgID),
      "resourceVersion": .text(subscription.resourceVersion),
      "status": subscription.isActive ? "active" : "inactive",
      "createdTime": .time(subscription.created), "lastUpdatedTime": .time(subscription.updated),
    ]
  }
}
