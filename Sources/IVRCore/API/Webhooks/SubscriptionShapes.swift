/// What the API for subscriptions answers, as its document tells it.
enum SubscriptionShapes {
  static let card = ValueShape.Kind.named(
    "Subscription",
    .object([
      .required("id", .words), .required("name", .words), .required("description", .words),
      .required("eventTypes", .list(.words, limit: .max)), .required("destinationUrl", .words),
      .required("orgId", .words), .optional("resourceVersion", .words),
      .required("status", .choice(["active", "inactive"])), .required("createdTime", .instant),
      .required("lastUpdatedTime", .instant),
    ]))

  static let list = TaskShapes.rows(card)

  static let types = ValueShape.Kind.object([
    .required(
      "data",
      .list(
        .object([
          .required("name", .words), .required("description", .words),
          .required("resourceVersion", .words),
        ]), limit: .max))
  ])
}
