/// A figure of the report: what it is called, in which unit, and how it is made.
public struct LoadMeasure: Sendable {
  /// The name in exports, for example `service_level_a`.
  public let name: String
  /// What it means, with its definition.
  public let title: String
  /// How it is written.
  public let unit: Unit
  /// The value; `nil` where there is nothing to divide by.
  let value: @Sendable (LoadFigures) -> Double?

  /// How a figure is written.
  public enum Unit: String, Sendable {
    /// A number of things.
    case count
    /// Seconds.
    case seconds
    /// A share, written in percent.
    case share
  }

  /// All measures for a load's bounds, in the order of the report.
  ///
  /// Source: queueing reference, section 7.
  public static func all(_ load: BackgroundLoad) -> [LoadMeasure] {
    volumes(load) + levels(load) + times + agents + callbacks
  }

  private static func counted(
    _ name: String, _ title: String, _ path: any KeyPath<LoadFigures, Int> & Sendable
  ) -> LoadMeasure {
    LoadMeasure(name: name, title: title, unit: .count) { Double($0[keyPath: path]) }
  }

  private static func volumes(_ load: BackgroundLoad) -> [LoadMeasure] {
    [
      counted("offered", "offered to a queue", \.offered),
      counted("answered", "answered on the line", \.answered),
      counted("abandoned", "abandoned (hung up while waiting)", \.abandoned),
      counted(
        "abandoned_shortly", "  of these in less than \(text(load.shortAbandon)) s (short)",
        \.abandonedShortly),
      counted("left_for_callback", "left for a callback", \.leftForCallback),
      counted("ended_by_flow", "ended by flow or error", \.endedByFlow),
      counted("gone_before_queue", "gone before any queue", \.goneBeforeQueue),
      LoadMeasure(name: "abandon_rate", title: "abandoned / offered", unit: .share) {
        ratio($0.abandoned, $0.offered)
      },
    ]
  }

  private static func levels(_ load: BackgroundLoad) -> [LoadMeasure] {
    let bound = text(load.threshold)
    return [
      LoadMeasure(
        name: "service_level_a", title: "service level A: answered in \(bound) s / answered",
        unit: .share
      ) { ratio($0.answeredInTime, $0.answered) },
      LoadMeasure(
        name: "service_level_b", title: "service level B: answered in \(bound) s / offered",
        unit: .share
      ) { ratio($0.answeredInTime, $0.offered) },
      LoadMeasure(
        name: "service_level_c",
        title: "service level C: answered in \(bound) s / (offered - short)",
        unit: .share
      ) { ratio($0.answeredInTime, $0.offered - $0.abandonedShortly) },
      LoadMeasure(
        name: "service_level_d",
        title: "service level D: (answered + abandoned in \(bound) s) / offered", unit: .share
      ) { ratio($0.answeredInTime + $0.abandonedInTime, $0.offered) },
    ]
  }

  private static var times: [LoadMeasure] {
    [
      seconds("asa", "mean wait of the answered (ASA)") { mean($0.waits) },
      seconds("wait_median", "median wait of the answered") { quantile($0.waits, 0.5) },
      seconds("wait_p90", "90 % of the answered waited up to") { quantile($0.waits, 0.9) },
      seconds("wait_max", "longest wait of the answered") { $0.waits.max().map { Double($0) } },
      seconds("abandon_wait", "mean wait of those who hung up") { mean($0.abandonWaits) },
      seconds("abandon_wait_max", "longest wait of those who hung up") {
        $0.abandonWaits.max().map { Double($0) }
      },
      seconds("aht", "mean handle time (AHT: talk and wrap-up)") { figures in
        figures.handled > 0
          ? Double(figures.talking + figures.wrappingUp) / Double(figures.handled) : nil
      },
    ]
  }

  private static var agents: [LoadMeasure] {
    [
      LoadMeasure(
        name: "occupancy", title: "occupancy: (talk + wrap-up) / (talk + wrap-up + ready)",
        unit: .share
      ) { ratio($0.talking + $0.wrappingUp, $0.talking + $0.wrappingUp + $0.ready) },
      LoadMeasure(
        name: "utilisation", title: "utilisation: (talk + wrap-up) / time logged in", unit: .share
      ) {
        ratio(
          $0.talking + $0.wrappingUp, $0.talking + $0.wrappingUp + $0.ready + $0.away)
      },
      seconds("idle_time", "not ready: idle for a reason, all agents") { Double($0.idle) },
      seconds("missed_time", "not ready: after a missed offer, all agents") { Double($0.missing) },
      counted("missed_offers", "offers missed (RONA)", \.missedOffers),
    ]
  }

  private static var callbacks: [LoadMeasure] {
    [
      LoadMeasure(
        name: "callback_rate", title: "left for a callback / offered", unit: .share
      ) { ratio($0.leftForCallback, $0.offered) },
      counted("callbacks_connected", "callbacks connected", \.callbacksConnected),
      counted("callbacks_to_machine", "  of these to a machine", \.callbacksToMachine),
      counted("callbacks_failed", "callbacks that reached nobody", \.callbacksFailed),
      counted("dials_busy", "  of these busy", \.dialsBusy),
      counted("dials_unanswered", "  of these not answered", \.dialsUnanswered),
      counted("dials_other", "  of these refused, or no phone", \.dialsOther),
      LoadMeasure(name: "connect_rate", title: "connected / dialled", unit: .share) {
        ratio($0.callbacksConnected, $0.callbacksConnected + $0.callbacksFailed)
      },
      counted("callbacks_expired", "callbacks that waited too long", \.callbacksExpired),
      counted("callbacks_called_in", "callbacks cancelled by calling in", \.callbacksCalledIn),
      counted("callbacks_merged", "callbacks taken over or replaced", \.callbacksMerged),
      counted("called_again", "calls of those whose callback waits", \.calledAgain),
      counted("duplicates_refused", "second callbacks refused by the guard", \.refused),
      seconds("callback_wait", "mean wait off the line for a callback") { mean($0.callbackWaits) },
    ]
  }

  private static func seconds(
    _ name: String, _ title: String, _ milliseconds: @escaping @Sendable (LoadFigures) -> Double?
  ) -> LoadMeasure {
    LoadMeasure(name: name, title: title, unit: .seconds) { milliseconds($0).map { $0 / 1000 } }
  }

  private static func ratio(_ part: some BinaryInteger, _ whole: some BinaryInteger) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }

  private static func mean(_ values: [Int64]) -> Double? {
    values.isEmpty ? nil : Double(values.reduce(0, +)) / Double(values.count)
  }

  /// The smallest value that a share of the values does not exceed.
  private static func quantile(_ values: [Int64], _ share: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let place = Int((share * Double(values.count)).rounded(.up)) - 1
    return Double(values.sorted()[min(max(0, place), values.count - 1)])
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int64(seconds)) : String(seconds)
  }
}
