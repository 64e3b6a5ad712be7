extension RouteFamily {
  private static let user = ["cjp:user"]

  /// Tasks.
  static let tasks = RouteFamily(
    name: "Tasks", routes: lists + control + sharing, authorize: Authorization.user,
    fault: { $0.faults.tasksStatus })

  private static let lists: [Route] = [
    Route(
      "POST", "/v1/tasks", "Creates a callback that waits for an agent.", scopes: user,
      success: 201, TasksEndpoint.create
    ).telling(.json(TaskShapes.created), body: TaskShapes.order, refusals: [409]),
    Route(
      "GET", "/v1/tasks", "Lists open and closed tasks, the oldest first.", scopes: user,
      query: TaskListEndpoint.query, TaskListEndpoint.list
    ).telling(.json(TaskShapes.list)),
    Route(
      "PATCH", "/v1/tasks/{taskId}", "Changes the variables of a contact.", scopes: user,
      body: TaskControlEndpoint.attributes, success: 202, TaskControlEndpoint.update),
  ]

  private static let control: [Route] = [
    action("accept", "Takes the offered task.", [], TaskControlEndpoint.accept),
    action(
      "reject", "Declines the offered task; it goes back to its place.", TaskControlEndpoint.media,
      TaskControlEndpoint.reject),
    action(
      "assign", "Gives a waiting task to an agent, past the queue.",
      [.optional("agentId", .text(limit: 100))], TaskControlEndpoint.assign),
    action("end", "Ends the talk; the agent wraps up.", [], TaskControlEndpoint.end),
    action(
      "wrapup", "Submits the reason of a wrap-up.", TaskControlEndpoint.wrapUp,
      TaskControlEndpoint.wrapUp),
    action(
      "hold", "Puts the customer on hold.", TaskControlEndpoint.media, TaskControlEndpoint.hold),
    action(
      "unhold", "Takes the customer back from hold.", TaskControlEndpoint.media,
      TaskControlEndpoint.unhold),
    action("record/pause", "Pauses the recording.", [], TaskControlEndpoint.record),
    action(
      "record/resume", "Goes on recording.", TaskControlEndpoint.resume,
      TaskControlEndpoint.record),
  ]

  private static let sharing: [Route] = [
    action(
      "transfer", "Hands the contact to an agent, a queue or a number of the lab.",
      TransferEndpoint.transfer, TransferEndpoint.transfer),
    action(
      "consult", "Asks another agent; the customer is on hold.", TransferEndpoint.consult,
      TransferEndpoint.consult),
    action("consult/accept", "Answers a consultation.", [], TransferEndpoint.accept),
    action(
      "consult/end", "Ends a consultation; the customer stays on hold.", TransferEndpoint.end,
      TransferEndpoint.endConsult),
    action(
      "consult/conference", "Takes the customer into the consultation.", TransferEndpoint.party,
      TransferEndpoint.confer),
    action(
      "consult/transfer", "Leaves the customer to the agent who was asked.",
      TransferEndpoint.party, TransferEndpoint.complete),
    action(
      "conference/exit", "Leaves a conference; the others talk on.", [], TransferEndpoint.exit),
  ]

  private static func action(
    _ name: String, _ summary: String, _ body: [ValueShape], _ handler: @escaping Route.Handler
  ) -> Route {
    Route(
      "POST", "/v1/tasks/{taskId}/\(name)", summary, scopes: user, body: body, success: 202,
      handler)
  }
}
