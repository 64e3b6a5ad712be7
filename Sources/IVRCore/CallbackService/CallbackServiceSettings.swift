public import IVRLanguages

/// A callback service of the lab: a name that stands in addresses, and its options.
public struct CallbackServiceSettings: Hashable, Sendable {
  /// The execution name.
  public var name: String
  /// The outbound entry point; its queue is where callbacks wait.
  public var entryPoint: EntryPointID
  /// The options as the document writes them.
  public var options: JSONObject

  /// The options of a request: those it may override come from it, `$key$` stands for its values.
  ///
  /// Throws the first option that cannot be.
  func options(for request: JSONObject) throws(CallbackOptionFault) -> CallbackOptions {
    var values = options
    let reader = OptionReader(values: options)
    for name in reader.words("_overwritable_options") ?? [] {
      if let value = request[name], !value.isNull { values[name] = value }
    }
    for member in values.members {
      guard let text = member.value.string, text.hasPrefix("$"), text.hasSuffix("$"),
        text.count > 2
      else { continue }
      values[member.key] = request[String(text.dropFirst().dropLast())] ?? .null
    }
    return try CallbackOptions(values)
  }
}

extension Lab {
  /// The queue of a callback service.
  func queue(of service: CallbackServiceSettings) -> QueueID? {
    entryPoints.first { $0.id == service.entryPoint }?.queue
  }
}

extension LabReader {
  mutating func callbackService(_ path: [JSONStep]) -> CallbackServiceSettings {
    reportUnknownMembers(of: ["name", "entryPoint", "options", "comment"], at: path)
    let place = path + [.key("options")]
    let options = document.value(at: place)?.object ?? [:]
    reportUnknownMembers(of: CallbackOptions.known, at: place)
    let service = CallbackServiceSettings(
      name: text("name", at: path),
      entryPoint: EntryPointID(rawValue: text("entryPoint", at: path)), options: options)
    // What a request fills in is judged when it comes.
    let isOpen = options.members.contains { $0.value.string?.hasPrefix("$") == true }
    do {
      if !isOpen { _ = try CallbackOptions(options) }
    } catch {
      document.report("IVR108", .error, at: place + [.key(error.option)], error.message)
    }
    return service
  }

  /// Reports services whose entry point has no queue, and names that are used twice.
  mutating func checkServices(_ lab: Lab) {
    var seen: Set<String> = []
    let outbound = lab.entryPoints.filter { $0.queue != nil }.map(\.id.rawValue)
    for (index, service) in lab.callbackServices.enumerated() {
      let path: [JSONStep] = [.key("callbackServices"), .index(index)]
      check(
        service.entryPoint.rawValue, in: outbound, "outbound entry point",
        at: path + [.key("entryPoint")])
      if !seen.insert(service.name).inserted {
        document.report(
          "IVR106", .error, at: path + [.key("name")],
          "The name \"\(service.name)\" is used twice in callbackServices.")
      }
    }
  }
}
