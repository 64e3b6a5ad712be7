import IVRLanguages

/// A request for a callback that can be read; whether it is accepted is another question.
struct CallbackOrder {
  let service: CallbackServiceSettings
  let options: CallbackOptions
  let number: String
  /// When it is wanted; `nil` is now.
  let desired: SimulationTime?
  /// The interaction that `_originating_interaction_id` names.
  let originating: String?
  let offered: SimulationTime?
  let accepted: SimulationTime?
  /// All else that came with it, as text, in order.
  let properties: [TaskAttribute]

  /// The most properties of a callback, and the most bytes of one.
  static let mostProperties = 100
  static let longestProperty = 4_096

  /// Reads the body of a request.
  ///
  /// Throws 400 with what is missing or cannot be.
  init(_ body: JSONObject, _ service: CallbackServiceSettings) throws(GMSError) {
    self.service = service
    do {
      options = try service.options(for: body)
    } catch {
      throw GMSError(400, .option, "invalid option: \(error.message)")
    }
    let reader = OptionReader(values: body)
    for key in options.mandatoryKeys where reader.text(key) == nil {
      throw GMSError(400, .option, "invalid option: the mandatory key \(key) is missing.")
    }
    guard let number = reader.text("_customer_number") else {
      throw GMSError(400, .option, "invalid option: the mandatory key _customer_number is missing.")
    }
    self.number = number
    desired = try Self.time(reader, "_desired_time")
    originating = reader.text("_originating_interaction_id")
    offered = try Self.seconds(reader, "_CB_T_CALLBACK_OFFERED")
    accepted = try Self.seconds(reader, "_CB_T_CALLBACK_ACCEPTED")
    properties = try Self.properties(of: body)
  }

  /// The members of a body as text.
  static func properties(of body: JSONObject) throws(GMSError) -> [TaskAttribute] {
    let own = ["_customer_number", "_desired_time", "_new_desired_time", "_callback_state"]
    let members = body.members.filter { !own.contains($0.key) }
    guard members.count <= mostProperties else {
      throw .parameter("There are more than \(mostProperties) properties.")
    }
    return try members.map { (member) throws(GMSError) in
      let text = member.value.isNull ? "" : member.value.flowText
      guard member.key.utf8.count + text.utf8.count <= longestProperty else {
        let name = String(member.key.prefix(60))
        throw .parameter("The property \(name) is longer than \(longestProperty) bytes.")
      }
      return TaskAttribute(name: member.key, value: text)
    }
  }

  static func time(_ reader: OptionReader, _ name: String) throws(GMSError) -> SimulationTime? {
    guard let text = reader.text(name) else { return nil }
    if let time = ISOTime.instant(text) { return time }
    throw .parameter("\(name) \"\(text.prefix(60))\" is no time such as 2026-01-05T15:30:00.000Z.")
  }

  private static func seconds(
    _ reader: OptionReader, _ name: String
  ) throws(GMSError) -> SimulationTime? {
    guard let text = reader.text(name) else { return nil }
    guard let seconds = Int64(text), (0...99_999_999_999).contains(seconds) else {
      throw .parameter("\(name) \"\(text.prefix(60))\" is no number of seconds since 1970.")
    }
    return SimulationTime(milliseconds: seconds * 1000)
  }
}
