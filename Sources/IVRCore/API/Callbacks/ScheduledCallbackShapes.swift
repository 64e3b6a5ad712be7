/// What the API for scheduled callbacks answers, as its document tells it.
enum ScheduledCallbackShapes {
  static let card = ValueShape.Kind.named(
    "ScheduledCallback",
    .object(
      ["id", "orgId"].map { .required($0, .words) }
        + ScheduledCallbackEndpoint.body.map {
          ValueShape(name: $0.name, kind: .words, isRequired: $0.isRequired)
        }
        + [
          .required("callbackOrigin", .words), .required("createdTimestamp", .instant),
          .required("lastUpdatedTimestamp", .instant), .optional("assignedTime", .instant),
        ]))

  static let list = ValueShape.Kind.object([
    .required(
      "meta",
      .object([
        .required("orgId", .words), .required("page", .whole(0 ... .max)),
        .required("pageSize", .whole(1 ... .max)), .required("totalPages", .whole(0 ... .max)),
        .required("totalRecords", .whole(0 ... .max)),
        .required(
          "links",
          .object([
            .required("self", .words), .required("first", .words), .required("last", .words),
            .optional("next", .words), .optional("prev", .words),
          ])),
      ])),
    .required("data", .list(card, limit: .max)),
  ])
}
