import IVRLanguages

/// What the callback service takes and answers, as its document tells it.
///
/// Source: genesys-gms-callback reference, sections 1, 4 and 5.
enum GMSShapes {
  private static let textOrNumber = ValueShape.Kind.either([.words, .number])
  private static let state = ValueShape.optional(
    "_callback_state", .words, "What the service says; nothing else is accepted.")

  /// A body as JSON or as a form.
  private static func body(_ members: [ValueShape], isRequired: Bool) -> RouteFacts.Body {
    RouteFacts.Body(
      types: ["application/json", "application/x-www-form-urlencoded"], members: members,
      isRequired: isRequired)
  }

  static let start = body(
    [
      .required("_customer_number", textOrNumber, "The number to call."),
      .optional("_desired_time", .words, "When, such as 2026-01-05T15:30:00.000Z; else now."),
      .optional("_originating_interaction_id", .words, "The call that asks."),
      .optional("_CB_T_CALLBACK_OFFERED", textOrNumber, "Seconds since 1970."),
      .optional("_CB_T_CALLBACK_ACCEPTED", textOrNumber, "Seconds since 1970."),
    ], isRequired: true)
  static let update = body(
    [.optional("_new_desired_time", .words, "When, as in a start."), state], isRequired: false)

  static let found: [ValueShape] = [
    .optional("operand", .choice(["AND", "OR", "and", "or"]), "How further parameters join.")
  ]
  static let filter: [ValueShape] = [
    .optional("_callback_state", .words, "A state, or one with ! before it for all others.")
  ]
  static let wait: [ValueShape] = [
    .required("name", .words, "The name of a queue."),
    .optional("aqt", .choice(["urs", "urs2", "stat"]), "The way to estimate; else urs2."),
  ]
  static let waits: [ValueShape] = [.required("vq", .words, "Names of queues, with commas.")]
  static let method: [ValueShape] = [.required("method", .choice(["ewt1", "ewt2", "ewt3"]))]
  static let action: [ValueShape] = [.required("action", .choice(["confirm"]))]
  static let cancel: [ValueShape] = [
    .optional("discard_ors_failure", .flag, "Without effect in the lab.")
  ]

  static let times: [ValueShape] = [
    .optional("number-of-days", .whole(1...31), "Days from the start, where no end is given."),
    .optional("max-time-slots", .whole(1...Int64(CallbackSlots.most))),
    .optional("start-ms", .whole(0...99_999_999_999_999), "The start, in ms since 1970."),
    .optional("end-ms", .whole(0...99_999_999_999_999), "The end, in ms since 1970."),
  ]
  static let localTimes =
    times + [
      .optional("report-busy", .flag, "Whether times without a free place are told.")
    ]
  static let period: [ValueShape] = [
    .optional("start", .words, "Such as 2026-01-05T15:30:00.000Z; goes before start-ms."),
    .optional("end", .words, "Such as 2026-01-05T15:30:00.000Z; goes before end-ms."),
  ]
  static let localPeriod =
    period + [
      .optional("timezone", .words, "A zone such as Europe/Berlin; else UTC.")
    ]

  static let dialog = ValueShape.Kind.named(
    "Dialog",
    .object([
      .required("_id", .words), .required("_dialog_id", .words), .required("_action", .words),
      .optional("_text", .words), .optional("_ok_title", .words), .optional("_tel_url", .words),
      .optional("_label", .words), .optional("_expiration_time", .words),
      .optional("_access_code", .words),
    ]))
  static let record = ValueShape.Kind.named(
    "Callback",
    .object(
      ["_id", "_desired_time", "_service_name", "_callback_state", "_expiration_time"].map {
        .required($0, .words)
      } + [
        .required("_customer_number", .words), .required("_url", .words),
        .required("_ors_session_id", .words), .optional("_callback_reason", .words),
      ]))
  static let records = ValueShape.Kind.list(record, limit: .max)
  static let slots = ValueShape.Kind.map(.whole(0 ... .max), limit: .max)
  static let localSlots = ValueShape.Kind.object([
    .required("durationMin", .whole(1 ... .max)), .required("timezone", .words),
    .required(
      "slots",
      .list(
        .object([
          .required("utcTime", .words), .required("localTime", .words),
          .required("capacity", .whole(0 ... .max)), .required("total", .whole(0 ... .max)),
        ]), limit: .max)),
  ])
  static let position = ValueShape.Kind.object([
    .required("_id", .words), .required("_position", .whole(0 ... .max)),
    .required("_eta", .whole(-1 ... .max), "In seconds; -1 where it is unknown."),
    .required("_total_waiting", .whole(0 ... .max)),
  ])
  static let estimate = ValueShape.Kind.named(
    "Estimate",
    .object([
      .required("time", .whole(0 ... .max), "Seconds since 1970."),
      .required("ewt", .whole(-1 ... .max), "In seconds; -1 where it is unknown."),
      .required("pos", .whole(0 ... .max)), .required("calls", .whole(0 ... .max)),
      .required("agents", .whole(0 ... .max)), .optional("message", .words),
    ]))
  static let estimates = ValueShape.Kind.map(estimate, limit: .max)

  static let refusal: [ValueShape] = [
    .required("message", .words),
    .required("exception", .words, "The name of a class with its package."),
    .optional("availability", slots, "Free places near a time that cannot be had."),
  ]
}
