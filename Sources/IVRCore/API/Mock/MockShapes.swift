/// What the mock server's own routes take and answer, as their document tells it.
enum MockShapes {
  private static let kinds = MockFault.Kind.allCases.map(\.rawValue)

  /// A fault with what it stands at.
  static let order: [ValueShape] = [
    .required("url", .text(limit: 2_048), "The address of a mock as the lab document has it."),
    .required(
      "kind", .choice(kinds + ["none"]), "What goes wrong; none makes the mock well again."),
    .optional("status", .whole(100...599)), .optional("first", .whole(1...1_000_000)),
    .optional("every", .whole(1...1_000_000)), .optional("share", .number, "0 to 1."),
  ]

  private static let fault = ValueShape.Kind.named(
    "Fault",
    .object([
      .required("kind", .choice(kinds)), .optional("status", .whole(100...599)),
      .optional("first", .whole(1...1_000_000)), .optional("every", .whole(1...1_000_000)),
      .optional("share", .number),
    ]))

  static let set = ValueShape.Kind.object([.required("url", .words), .optional("fault", fault)])

  private static let target: [ValueShape] = [
    .required("target", .words), .required("url", .words), .required("hits", .whole(0 ... .max)),
    .optional("fault", fault),
  ]

  static let list = ValueShape.Kind.object([
    .required("mocks", .list(.object(target + [.required("method", .words)]), limit: .max)),
    .required(
      "mockStores",
      .list(
        .object(
          target + [.required("collections", .map(.whole(0 ... .max), limit: .max))]),
        limit: .max)),
  ])

  static let hits = ValueShape.Kind.object([
    .required("total", .whole(0 ... .max)),
    .required(
      "hits",
      .list(
        .object([
          .required("number", .whole(1 ... .max)), .required("time", .instant),
          .required("origin", .words), .optional("taskId", .words), .required("method", .words),
          .required("url", .words), .required("body", .words), .required("target", .words),
          .optional("status", .whole(100...599)), .optional("fault", .words),
        ]), limit: .max)),
  ])
}
