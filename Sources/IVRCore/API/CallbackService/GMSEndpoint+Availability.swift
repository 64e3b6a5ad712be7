import IVRLanguages

extension Engine {
  /// The times that a service can be asked for.
  ///
  /// Source: genesys-gms-callback reference, section 1, "Availability"; without an end one day is
  /// told, at most 31, and at most 500 times.
  func availability(
    _ name: String, _ url: URLParts, version: Int
  ) throws(GMSError) -> HTTPResponse {
    let service = try callbackService(named: name)
    let question = AvailabilityQuestion(url)
    let range = try question.range(now: state.now)
    let zone = version == 1 ? "UTC" : try question.zone()
    let most = try question.count("max-time-slots", within: 1...Int64(CallbackSlots.most))
    let options: CallbackOptions
    do {
      options = try service.options(for: [:])
    } catch {
      throw GMSError(400, .option, "invalid option: \(error.message)")
    }
    let own = state.services.values.filter { $0.service == name }
    let slots = CallbackSlots(options, own).slots(
      from: range.lowerBound, to: min(range.upperBound, state.now.advanced(by: options.horizon)),
      most: most.map(Int.init) ?? CallbackSlots.most,
      withFull: version == 2 && question.asksForBusy)
    if version == 1 { return .json(.object(GMSError.map(of: slots))) }
    let list = slots.map { slot -> JSONValue in
      [
        "utcTime": .string(ISOTime.text(slot.start)),
        "localTime": .string(Self.local(slot.start, zone)), "capacity": .integer(Int64(slot.free)),
        "total": .integer(Int64(slot.total)),
      ]
    }
    return .json([
      "durationMin": .integer(options.bucketMinutes), "timezone": .string(zone),
      "slots": .array(list),
    ])
  }

  /// An instant on the clocks of a zone, written by the filter that flows use.
  private static func local(_ time: SimulationTime, _ zone: String) -> String {
    let format = "yyyy-MM-dd'T'HH:mm:ss.SSSZ"
    let text = "{{ \(time.milliseconds) | date(\"\(format)\", timeZone=\"\(zone)\") }}"
    let scope = ScopeAtInstant(scope: VariableScope(), time: time)
    return (try? TemplateText(text).template().render(in: scope)) ?? ISOTime.text(time)
  }
}

/// The parameters of a question for times.
private struct AvailabilityQuestion {
  let url: URLParts

  init(_ url: URLParts) { self.url = url }

  private func text(_ name: String) -> String? {
    url.query.first { $0.name == name }.map { $0.value.trimmed }
  }

  var asksForBusy: Bool { text("report-busy") == "true" }

  /// The times between which it asks; what is past is left out.
  func range(now: SimulationTime) throws(GMSError) -> Range<SimulationTime> {
    let start = max(now, try time("start") ?? now)
    let days = try count("number-of-days", within: 1...31) ?? 1
    let end = try time("end") ?? start.advanced(by: days * 86_400_000)
    guard end > start else { throw .parameter("The end is not after the start, or past.") }
    return start..<min(end, start.advanced(by: 31 * 86_400_000))
  }

  private func time(_ name: String) throws(GMSError) -> SimulationTime? {
    if let text = text(name) {
      if let time = ISOTime.instant(text) { return time }
      throw .parameter(
        "\(name) \"\(text.prefix(60))\" is no time such as 2026-01-05T15:30:00.000Z.")
    }
    return try count(name + "-ms", within: 0...99_999_999_999_999)
      .map(SimulationTime.init(milliseconds:))
  }

  func count(_ name: String, within bounds: ClosedRange<Int64>) throws(GMSError) -> Int64? {
    guard let text = text(name) else { return nil }
    guard let number = Int64(text), bounds.contains(number) else {
      throw .parameter(
        "\(name) must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound).")
    }
    return number
  }

  /// The name of a zone.
  func zone() throws(GMSError) -> String {
    guard let text = text("timezone"), !text.isEmpty else { return "UTC" }
    let marks: Set<Character> = ["/", "_", "+", "-", ":"]
    let isName = text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber) || marks.contains($0)
    }
    guard isName, text.count <= 60, ZonedCalendar(text) != nil else {
      throw .parameter("There is no timezone \"\(text.prefix(60))\".")
    }
    return text
  }
}
