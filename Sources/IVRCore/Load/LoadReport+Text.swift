extension LoadReport {
  /// The report as text of at most 80 columns, with a sparkline over the intervals where a measure
  /// moves.
  public var text: [String] {
    var lines = originLines + ["", Self.row("totals of a run", "mean", "± 95 %")]
    lines += measures.map { measure in
      let estimate = total(measure)
      return Self.row(
        measure.title, Self.shown(estimate?.mean, measure.unit),
        Self.shown(estimate?.halfWidth, measure.unit))
    }
    lines += [
      Self.row("still waiting at the end", stillWaiting),
      Self.row("callbacks still pending at the end", pendingCallbacks),
      Self.row(
        "oldest waiting at the end", Self.shown(oldestWait?.mean, .seconds),
        Self.shown(oldestWait?.halfWidth, .seconds)),
    ]
    return lines + [""] + curves + [""] + estimators + ["", rules]
  }

  /// Whether the rules of the contact center held at the end of every run.
  private var rules: String {
    guard let broken = runs.flatMap(\.breaches).first else {
      return "calls conserved and Little's law: hold at the end of every run"
    }
    return "BROKEN: \(broken)"
  }

  private static func row(_ title: String, _ estimate: Estimate?) -> String {
    row(title, shown(estimate?.mean, .count), shown(estimate?.halfWidth, .count))
  }

  private static func row(_ title: String, _ mean: String, _ width: String) -> String {
    padded(title, 58) + aligned(mean, 11) + aligned(width, 10)
  }

  /// The widest curve; longer runs put several intervals into one character.
  private static let longestCurve = 30

  /// One line for each measure that is worth a curve: least and greatest value beside it.
  private var curves: [String] {
    let least = max(1, (intervalCount + Self.longestCurve - 1) / Self.longestCurve)
    let day = 96
    let span = [1, 2, 4, 8, 16, 32, 48].first { $0 >= least } ?? (least + day - 1) / day * day
    let first = CivilTime(origin.start).clock
    let title = "by \(Self.duration(minutes: span * 15)) from \(first)"
    let names = [
      "offered", "abandoned", "left_for_callback", "service_level_b", "asa", "occupancy",
    ]
    let shown = measures.filter { names.contains($0.name) }
    return [Self.padded(title, 32) + "least     most"]
      + shown.map { measure in
        let values = stride(from: 0, to: intervalCount, by: span).map { place in
          intervals(place..<min(place + span, intervalCount), measure)?.mean
        }
        let known = values.compactMap { $0 }
        return Self.padded("  " + measure.name, 26)
          + Self.aligned(Self.shown(known.min(), measure.unit), 11)
          + Self.aligned(Self.shown(known.max(), measure.unit), 9) + "  " + Sparkline.text(values)
      }
  }

  private static func duration(minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes) minutes"
  }

  /// What was estimated beside what really happened.
  private var estimators: [String] {
    [
      Self.padded("estimated wait", 20)
        + "unknown    mean error  mean distance  within 1 min"
    ]
      + WaitEstimator.allCases.map { estimator in
        let score = score(of: estimator)
        let unknown = score.count > 0 ? Double(score.unknown) / Double(score.count) : nil
        let near = score.known > 0 ? Double(score.withinMinute) / Double(score.known) : nil
        return Self.padded("  " + estimator.rawValue, 19)
          + Self.aligned(Self.shown(unknown, .share), 8)
          + Self.aligned(Self.shown(score.meanError.map { $0 / 1000 }, .seconds), 14)
          + Self.aligned(Self.shown(score.meanAbsoluteError.map { $0 / 1000 }, .seconds), 15)
          + Self.aligned(Self.shown(near, .share), 14)
      }
  }

  /// A value with its unit and one decimal; a dash where there is none.
  private static func shown(_ value: Double?, _ unit: LoadMeasure.Unit) -> String {
    guard let value else { return "-" }
    switch unit {
    case .count: return decimal(value)
    case .seconds: return decimal(value) + " s"
    case .share: return decimal(value * 100) + " %"
    }
  }

  private static func decimal(_ value: Double) -> String {
    let tenths = Int64((value * 10).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

/// A curve of one character a value.
public enum Sparkline {
  private static let steps = Array("▁▂▃▄▅▆▇█")

  /// The curve from the least value to the greatest; a blank where there is no value.
  public static func text(_ values: [Double?]) -> String {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let most = known.max() else { return "" }
    let characters = values.map { value -> Character in
      guard let value else { return " " }
      guard most > least else { return steps[0] }
      let share = (value - least) / (most - least)
      return steps[min(steps.count - 1, Int(share * Double(steps.count)))]
    }
    return String(characters)
  }
}
