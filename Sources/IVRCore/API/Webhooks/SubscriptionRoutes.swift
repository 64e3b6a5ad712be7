import IVRLanguages

extension RouteFamily {
  private static let reading = ["cjp:config", "cjp:config_read", "cjp:config_write"]
  private static let writing = ["cjp:config", "cjp:config_write"]

  /// Subscriptions; the key of their refusals is a number.
  ///
  /// Source: webex-tasks-api reference, section 8.
  static let subscriptions = RouteFamily(
    name: "Subscriptions", routes: routes("/v1") + routes("/v2") + types,
    authorize: Authorization.user, refusals: .subscriptions)

  private static let types = [
    Route(
      "GET", "/v2/event-types", "Lists the types of events.", scopes: reading,
      SubscriptionEndpoint.eventTypes
    ).telling(.json(SubscriptionShapes.types))
  ]

  private static func routes(_ version: String) -> [Route] {
    let path = version + "/subscriptions"
    return [
      Route(
        "POST", path, "Asks to be told of events.", scopes: writing,
        body: SubscriptionEndpoint.body, success: 201, SubscriptionEndpoint.create
      ).telling(.json(SubscriptionShapes.card), refusals: [409]),
      Route("GET", path, "Lists subscriptions.", scopes: reading, SubscriptionEndpoint.list)
        .telling(.json(SubscriptionShapes.list)),
      Route(
        "GET", path + "/{id}", "Tells one subscription.", scopes: reading,
        SubscriptionEndpoint.get
      ).telling(.json(SubscriptionShapes.card)),
      Route(
        "PATCH", path + "/{id}", "Changes a subscription.", scopes: writing,
        body: SubscriptionEndpoint.changes, SubscriptionEndpoint.change
      ).telling(.json(SubscriptionShapes.card)),
      Route(
        "DELETE", path + "/{id}", "Ends a subscription.", scopes: writing, success: 204,
        SubscriptionEndpoint.delete),
    ]
  }
}
