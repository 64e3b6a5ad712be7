/// What the Tasks API takes and answers, as its document tells it.
///
/// Source: webex-tasks-api reference, sections 1 and 2.
enum TaskShapes {
  static let attributes = ValueShape.Kind.map(.text(limit: 1_024), limit: 30)

  static let order = RouteFacts.Body(members: [
    .required("entryPointId", .text(limit: 36), "An outbound entry point."),
    .required("destination", .text(limit: 36), "The number to call."),
    .required("mediaType", .choice(["telephony"])),
    .required("outboundType", .choice(["CALLBACK"])),
    .required(
      "callback",
      .object([
        .required("callbackOrigin", .choice(["web"])),
        .required("callbackType", .choice(["immediate"])),
      ])),
    .optional("attributes", attributes),
  ])

  private static let meta = ValueShape.required("meta", .object([.required("orgId", .words)]))

  static let created = ValueShape.Kind.object([
    meta, .required("data", .object([.required("id", .words)])),
  ])

  private static let named = ValueShape.Kind.object([
    .required("id", .words), .required("name", .words),
  ])

  static let list = rows(
    .named(
      "Task",
      .object([
        .required("id", .words),
        .required(
          "attributes",
          .object([
            .required("channelType", .words),
            .required(
              "status",
              .choice(["created", "queued", "offered", "assigned", "abandoned", "completed"])),
            .required("createdTime", .instant), .required("lastUpdatedTime", .instant),
            .required("captureRequested", .flag), .required("origin", .words),
            .required("destination", .words), .required("direction", .words),
            .optional("owner", named), .optional("queue", named), .optional("reasonCode", .words),
          ])),
      ])))

  /// A list of rows of one kind, with the organisation.
  static func rows(_ row: ValueShape.Kind) -> ValueShape.Kind {
    .object([meta, .required("data", .list(row, limit: .max))])
  }
}
