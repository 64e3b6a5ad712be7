import IVRLanguages

/// The parameters of a web callback and its answers, as its document tells them.
///
/// Source: 8x8-webcallback reference, sections 2 and 3.
enum WebCallbackShapes {
  /// What must always be there.
  private static let needed: [ValueShape] = [
    .required("tenant", .words, "The name of the tenant; else code 1."),
    .required("token", .words, "The tenant's Action Request Token, a secret; else code 3."),
    .required("phone", .words, "The number to call, digits; else code 17."),
    .required(
      "callback_type", .choice(["1", "2"]),
      "1 calls now or after callback_delay and a script speaks, 2 waits for an agent; else code 10 or 14."
    ),
  ]

  private static let further: [ValueShape] = [
    .optional(
      "channel_number", .words,
      "Needed by type 1: a number of the tenant with a script; else code 12 or 13."),
    .optional(
      "queue_id", .words,
      "Needed by type 2: an outbound queue that is enabled; else code 7, 8 or 9."),
    .optional("callback_delay", .words, "For type 1: seconds; code 11 where it is no number."),
    .optional(
      "expiration", .words, "For type 2: seconds after which it is given up and counted abandoned."
    ),
    .optional(
      "extTransactionData", .text(limit: WebCallbackRequest.longestData),
      "What the agent sees, as [name|value][name|value]; code 16 where it is longer."),
    .optional(
      "caller_id", .words,
      "Anonymous, -1 for the agent's, or a number of the tenant; else the tenant's own."),
    .optional("back", .words, "The http or https address where the browser goes afterwards."),
    .optional(
      "ctl_userdata", .words,
      "What is posted to its ctl_callbackUrl at the end, as [name|value] with $tokens$."),
    .optional("dialplan_id", .words, "How the number is read; else as the tenant does."),
  ]

  /// The parameters of GET.
  static let query = needed + further

  /// The parameters of POST, each in the address or in the form; the form goes first.
  static let either = query.map {
    ValueShape(name: $0.name, kind: $0.kind, isRequired: false, note: $0.note)
  }

  static let form = RouteFacts.Body(
    types: ["application/x-www-form-urlencoded"], members: either, isRequired: false)

  static let answers =
    [RouteFacts.Answer(status: 302, content: .nothing, headers: ["Location", "X-IVR-Simulator"])]
    + [400, 403, 415, 500].map { RouteFacts.Answer(status: $0, content: .text) }
    + [409, 429, 503].map {
      RouteFacts.Answer(status: $0, content: .text, headers: ["X-IVR-Simulator", "Retry-After"])
    }
}
