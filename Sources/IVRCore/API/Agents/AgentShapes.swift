/// What the APIs for agents and waits answer, as their document tells it.
enum AgentShapes {
  static let buddies = ValueShape.Kind.object([
    .required(
      "data",
      .object([
        .required(
          "agentList",
          .list(
            .object([
              .required("agentId", .words), .required("agentName", .words),
              .required("teamId", .words), .optional("teamName", .words),
              .required("state", .words),
            ]), limit: .max))
      ]))
  ])

  /// Rows in the shapes of Search.
  static let rows = TaskShapes.rows(.object([]))

  static let wait = ValueShape.Kind.object([
    .required("estimatedWaitTime", .number, "In milliseconds.")
  ])
}
