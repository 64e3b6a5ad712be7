/// The start of a main flow, a subflow or an event flow.
struct StartSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "start", aliases: ["NewPhoneContact", "NewContact", "NewSubFlowStart", "start-subflow"],
    title: "Start", summary: "Where a call enters the flow.", successPort: "out",
    requiredPorts: ["out"], read: { _ in StartSettings() })

  static let event = ActivityDescriptor(
    "event", aliases: ["Event"], title: "Event",
    summary: "Where an event flow begins when its event happens.", successPort: "out",
    read: { _ in StartSettings() })
}

/// End Flow: stops this path without hanging up.
struct EndFlowSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "end", title: "End Flow", summary: "Stops this path without hanging up.",
    read: { _ in EndFlowSettings() })
}

/// Disconnect Contact: hangs up.
struct DisconnectSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "disconnect-contact", aliases: ["5faa898c8bf5b65b82f0706b"], title: "Disconnect Contact",
    summary: "Ends the caller's leg; a registered callback lives on.",
    read: { DisconnectSettings(reason: $0.template("reasonSystemName")) })

  /// The reason of a caller who left for a callback.
  ///
  /// Source: seed document 002, `ReasonSystemName`.
  static let callbackReason = "Callback"

  /// Why, for reports; empty where nothing is said.
  ///
  /// Differs from the product: Flow Designer has no such field; Genesys gives it with the redirect
  /// that ends the call.
  let reason: TemplateText

  var templates: [TemplateText] { [reason] }
}

/// An activity that is not simulated: it passes on by success, and the trace says so.
struct UnsupportedSettings: ActivitySettings {
  let name: String
}
