import IVRLanguages

/// What the tokens of `ctl_userdata` stand for.
///
/// A token is replaced where it stands; what was put in is not looked through again, and a word
/// between dollars that is none stays. Letter case matters.
/// Source: seed document 004, "User Data"; 8x8-webcallback reference, section 4.
struct WebCallbackTokens {
  /// What is known about the callback.
  struct Facts {
    var callerID = ""
    var transaction = 0
    var task: TaskID = ""
    var answered: SimulationTime?
    var hungUp: SimulationTime?
    var notes = ""
    /// The codes that the agent chose, in order.
    var codes: [WebCallbackTenant.TransactionCode] = []
  }

  let facts: Facts
  let timeZone: String
  let now: SimulationTime

  /// The names, without their dollars.
  static let names = [
    "caller_id", "transaction_id", "call_answered_time", "call_hangup_time",
    "callAnsweredTenantTT", "callHangupTenantTT", "callDuration", "equal", "interaction_guid",
    "year", "month", "date", "hours", "minutes", "seconds", "transaction_codes", "notes",
    "lastTclListName", "lastTclCodeDesc", "lastTclCodeShort",
  ]

  /// The text with its tokens replaced.
  func replaced(in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "$") {
      result += rest[..<start]
      let inside = rest[rest.index(after: start)...]
      guard let end = inside.firstIndex(of: "$"), let value = value(String(inside[..<end])) else {
        result += "$"
        rest = inside
        continue
      }
      result += value
      rest = inside[inside.index(after: end)...]
    }
    return result + rest
  }

  private func value(_ name: String) -> String? {
    switch name {
    case "caller_id": facts.callerID
    case "transaction_id": String(facts.transaction)
    case "call_answered_time": seconds(facts.answered)
    case "call_hangup_time": seconds(facts.hungUp)
    case "callAnsweredTenantTT": stamp(facts.answered)
    case "callHangupTenantTT": stamp(facts.hungUp)
    case "callDuration": duration
    case "equal": "="
    case "interaction_guid": facts.task.rawValue
    case "transaction_codes": facts.codes.map { $0.list + ":" + $0.code }.joined(separator: ",")
    case "notes": facts.notes
    case "lastTclListName": facts.codes.last?.list ?? ""
    case "lastTclCodeDesc": facts.codes.last?.description ?? ""
    case "lastTclCodeShort": facts.codes.last?.code ?? ""
    default: calendar(name)
    }
  }

  private func calendar(_ name: String) -> String? {
    let time = zoned(now)
    return switch name {
    case "year": Self.padded(time.year, 4)
    case "month": Self.padded(time.month, 2)
    case "date": Self.padded(time.day, 2)
    case "hours": Self.padded(time.hour, 2)
    case "minutes": Self.padded(time.minute, 2)
    case "seconds": Self.padded(time.second, 2)
    default: nil
    }
  }

  private func zoned(_ time: SimulationTime) -> ZonedTime {
    ZonedTime(epochMilliseconds: time.milliseconds, zone: timeZone)
  }

  /// Seconds since 1970; 0 where the call was never established.
  private func seconds(_ time: SimulationTime?) -> String {
    time.map { String($0.milliseconds / 1000) } ?? "0"
  }

  /// `YYYY/MM/DD HH:mm:ss Z`; empty where the call was never established.
  private func stamp(_ time: SimulationTime?) -> String {
    guard let time = time.map(zoned) else { return "" }
    let date = [(time.year, 4), (time.month, 2), (time.day, 2)].map(Self.padded)
    let clock = [time.hour, time.minute, time.second].map { Self.padded($0, 2) }
    return date.joined(separator: "/") + " " + clock.joined(separator: ":") + " " + time.offsetText
  }

  private var duration: String {
    guard let start = facts.answered, let end = facts.hungUp else { return "00:00:00" }
    let seconds = Int(max(0, end.since(start)) / 1000)
    return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
      .joined(separator: ":")
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
