import IVRLanguages

/// Finds what a flow names and the lab does not have.
public enum WorldCheck {
  /// Adds findings to the reader of the flow's document.
  public static func check(
    _ flow: FlowDocument, in world: World, _ document: inout DocumentReader
  ) {
    for activity in flow.main.activities + flow.events.activities {
      checkQueues(activity, world, &document)
      checkAudio(activity, world, &document)
      checkSubflow(activity, world, &document)
    }
  }

  private static func checkSubflow(
    _ activity: Activity, _ world: World, _ document: inout DocumentReader
  ) {
    guard let subflow = activity.settings as? SubflowSettings, !subflow.names.isEmpty,
      world.flow(named: subflow.names) == nil
    else { return }
    let name = subflow.names.last ?? ""
    document.report(
      "IVR021", .warning, at: activity.path,
      "\(activity.label): there is no subflow \(name)"
        + Suggestions.hint(for: name, in: world.flows.keys.sorted()) + ".",
      hint: "Put its document into the folder of flows.")
  }

  private static func checkQueues(
    _ activity: Activity, _ world: World, _ document: inout DocumentReader
  ) {
    let known = world.lab.queues.map(\.id)
    for queue in activity.settings.queues where !known.contains(queue.id) {
      document.report(
        "IVR012", .warning, at: activity.path,
        "\(activity.label): the lab has no queue \(queue.name ?? queue.id.rawValue).",
        hint: "Add a queue with the id \(queue.id) to the lab document.")
    }
  }

  private static func checkAudio(
    _ activity: Activity, _ world: World, _ document: inout DocumentReader
  ) {
    for name in activity.settings.audioFiles
    where world.prompt(name, language: world.lab.language) == nil
      && world.lab.audioMilliseconds[name] == nil
    {
      document.report(
        "IVR013", .warning, at: activity.path,
        "\(activity.label): there is no prompt document for \(name).",
        hint: "Add Prompts/\(World.promptKey(name, language: world.lab.language)).ssml, "
          + "or its length to audioSeconds of the lab.")
    }
  }
}

extension ActivitySettings {
  /// The audio files that are named without expressions.
  var audioFiles: [String] {
    var segments = (self as? PlayMessageSettings)?.prompt.segments ?? []
    segments += (self as? MenuSettings)?.prompt.segments ?? []
    segments += (self as? CollectDigitsSettings)?.prompt.segments ?? []
    var names = segments.compactMap { segment in
      if case .audio(let text) = segment { text } else { nil }
    }
    if let music = self as? PlayMusicSettings { names.append(music.file) }
    return names.filter(\.isConstant).map(\.source).filter { !$0.isEmpty }
  }
}
