/// The kinds of activities that are simulated.
public enum ActivityCatalog {
  /// All of them, in the order of the reference.
  public static let all: [ActivityDescriptor] = [
    StartSettings.descriptor, StartSettings.event,
    PlayMessageSettings.descriptor, PlayMusicSettings.descriptor,
    MenuSettings.descriptor, CollectDigitsSettings.descriptor,
    SetVariableSettings.descriptor, ConditionSettings.descriptor,
    CaseSettings.descriptor, HTTPRequestSettings.descriptor, ParseSettings.descriptor,
    QueueContactSettings.descriptor, QueueInfoSettings.descriptor, CallbackSettings.descriptor,
    SubflowSettings.descriptor, EndSubflowSettings.descriptor, EndFlowSettings.descriptor,
    DisconnectSettings.descriptor, ScreenPopSettings.descriptor,
  ]

  private static let byName: [String: ActivityDescriptor] = {
    var table: [String: ActivityDescriptor] = [:]
    for descriptor in all {
      for name in [descriptor.name] + descriptor.aliases { table[name] = descriptor }
    }
    return table
  }()

  /// The kind that a document's name or registry id stands for.
  public static func descriptor(_ name: String) -> ActivityDescriptor? { byName[name] }

  /// What stands for an activity that is not simulated: it goes on by whatever success port the
  /// document links.
  static func unsupported(_ name: String) -> ActivityDescriptor {
    ActivityDescriptor(
      name, title: name, summary: "Not simulated.", successPort: "default",
      read: { _ in UnsupportedSettings(name: name) })
  }
}
