import IVRLanguages

extension LabReader {
  /// The member `load`, where there is one.
  mutating func load() -> BackgroundLoad {
    var load = BackgroundLoad()
    let path: [JSONStep] = [.key("load")]
    guard document.value(at: path) != nil else { return load }
    reportUnknownMembers(
      of: ["comment", "callers", "agents", "thresholdSeconds", "shortAbandonSeconds"], at: path)
    load.callers = list("callers", at: path) { $0.callers($1) }
    load.agents = list("agents", at: path) { $0.robots($1) }
    load.threshold = number("thresholdSeconds", at: path, standard: load.threshold)
    load.shortAbandon = number("shortAbandonSeconds", at: path, standard: load.shortAbandon)
    return load
  }

  private mutating func callers(_ path: [JSONStep]) -> CallerStream {
    reportUnknownMembers(
      of: [
        "comment", "entryPoint", "perHour", "patienceSeconds", "acceptsCallback", "answers",
        "answeringMachine", "callsAgain",
      ], at: path)
    let stream = CallerStream(
      entryPoint: EntryPointID(rawValue: text("entryPoint", at: path)),
      perHour: number("perHour", at: path, standard: 0, most: 100_000),
      patience: distribution("patienceSeconds", at: path, standard: .exponential(mean: 180)),
      acceptsCallback: number("acceptsCallback", at: path, standard: 0, most: 1),
      answers: number("answers", at: path, standard: 1, most: 1),
      answeringMachine: number("answeringMachine", at: path, standard: 0, most: 1),
      callsAgain: number("callsAgain", at: path, standard: 0, most: 1))
    if stream.answers + stream.answeringMachine > 1 {
      document.report(
        "IVR109", .error, at: path,
        "\"answers\" and \"answeringMachine\" are more than 1 together.")
    }
    return stream
  }

  private mutating func robots(_ path: [JSONStep]) -> RobotTeam {
    reportUnknownMembers(
      of: [
        "comment", "team", "count", "handleSeconds", "wrapUpSeconds", "acceptSeconds", "shifts",
      ], at: path)
    return RobotTeam(
      team: TeamID(rawValue: text("team", at: path)),
      count: Int(min(whole("count", at: path, standard: 1), 10_000)),
      handleTime: distribution("handleSeconds", at: path, standard: .exponential(mean: 240)),
      wrapUpTime: distribution("wrapUpSeconds", at: path, standard: .constant(seconds: 20)),
      acceptTime: distribution("acceptSeconds", at: path, standard: .constant(seconds: 2)),
      shifts: list("shifts", at: path) { $0.shift($1) })
  }

  private mutating func shift(_ path: [JSONStep]) -> RobotTeam.Shift {
    let start = timeOfDay("from", at: path)
    let end = timeOfDay("to", at: path)
    if end <= start {
      document.report("IVR109", .error, at: path, "A shift ends after it begins, on the same day.")
    }
    return RobotTeam.Shift(start: start, end: end)
  }

  /// `09:30` in milliseconds of the day; `24:00` is the end of it.
  private mutating func timeOfDay(_ name: String, at path: [JSONStep]) -> Int64 {
    let written = text(name, at: path)
    let parts = written.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count == 2 ? Int64($0) : nil }
    if parts.count == 2, numbers.count == 2, numbers[0] >= 0, (0..<60).contains(numbers[1]) {
      let time = (numbers[0] * 60 + numbers[1]) * 60_000
      if time <= 86_400_000 { return time }
    }
    document.report(
      "IVR109", .error, at: path + [.key(name)], "\"\(written)\" is no time of day.",
      hint: "Write it like 09:30.")
    return 0
  }

  /// A number of a member that may be missing, from 0 on.
  private mutating func number(
    _ name: String, at path: [JSONStep], standard: Double, most: Double = 1_000_000
  ) -> Double {
    let place = path + [.key(name)]
    guard let value = document.value(at: place) else { return standard }
    guard let number = value.number?.double, (0...most).contains(number) else {
      document.report(
        "IVR103", .error, at: place, "\"\(name)\" is no number from 0 to \(Int64(most)).")
      return standard
    }
    return number
  }

  /// Seconds by chance: a number, or `{"exponential": mean}`, `{"uniform": [from, to]}`,
  /// `{"logNormal": [mean, deviation]}`, `{"values": [...]}`.
  private mutating func distribution(
    _ name: String, at path: [JSONStep], standard: Distribution
  ) -> Distribution {
    let place = path + [.key(name)]
    guard let value = document.value(at: place) else { return standard }
    if let found = Distribution(value) { return found }
    document.report(
      "IVR109", .error, at: place, "\"\(name)\" is no time by chance.",
      hint: "Write seconds, or {\"exponential\": mean}, {\"uniform\": [from, to]}, "
        + "{\"logNormal\": [mean, deviation]} or {\"values\": [...]}.")
    return standard
  }

  /// Reports what the load names and the lab does not have.
  mutating func checkLoad(_ lab: Lab) {
    let entries = lab.entryPoints.filter { $0.direction == .inbound }.map(\.id.rawValue)
    for (index, stream) in lab.load.callers.enumerated() {
      check(
        stream.entryPoint.rawValue, in: entries, "inbound entry point",
        at: [.key("load"), .key("callers"), .index(index), .key("entryPoint")])
    }
    let teams = lab.teams.map(\.id.rawValue)
    for (index, robots) in lab.load.agents.enumerated() {
      check(
        robots.team.rawValue, in: teams, "team",
        at: [.key("load"), .key("agents"), .index(index), .key("team")])
    }
  }
}

extension Distribution {
  /// A distribution as lab documents write it; `nil` for anything else.
  init?(_ value: JSONValue) {
    if let seconds = value.number?.double {
      guard Self.areTimes([seconds]) else { return nil }
      self = .constant(seconds: seconds)
      return
    }
    guard let members = value.object?.members, members.count == 1, let member = members.first
    else { return nil }
    let list = member.value.array ?? [member.value]
    let numbers = list.compactMap { $0.number?.double }
    guard numbers.count == list.count, !numbers.isEmpty, Self.areTimes(numbers) else { return nil }
    switch (member.key, numbers.count) {
    case ("exponential", 1): self = .exponential(mean: numbers[0])
    case ("uniform", 2) where numbers[0] <= numbers[1]:
      self = .uniform(from: numbers[0], to: numbers[1])
    case ("logNormal", 2): self = .logNormal(mean: numbers[0], deviation: numbers[1])
    case ("values", _): self = .empirical(numbers)
    default: return nil
    }
  }

  private static func areTimes(_ seconds: [Double]) -> Bool {
    seconds.allSatisfy { $0 >= 0 && $0 <= 1_000_000 }
  }
}
