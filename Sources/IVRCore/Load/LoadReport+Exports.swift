public import IVRLanguages

extension LoadReport {
  /// The report as comma-separated values: one line for each measure of each interval and of the
  /// whole, `interval,measure,unit,mean,half_width_95`; comments with the origin before them.
  public var csv: [String] {
    var lines = originLines.map { "# " + $0 }
    lines.append("interval,measure,unit,mean,half_width_95")
    for place in 0..<intervalCount {
      let name = instant(start(ofInterval: place))
      lines += measures.map { line(name, $0, interval(place, $0)) }
    }
    lines += measures.map { line("total", $0, total($0)) }
    for estimator in WaitEstimator.allCases {
      lines += Self.members(of: score(of: estimator)).map { name, value in
        "total,estimate_\(estimator.rawValue)_\(name),,\(value.map(Self.plain) ?? ""),"
      }
    }
    return lines
  }

  private func line(_ interval: String, _ measure: LoadMeasure, _ estimate: Estimate?) -> String {
    let mean = estimate.map { Self.plain($0.mean) } ?? ""
    let width = estimate?.halfWidth.map(Self.plain) ?? ""
    return "\(interval),\(measure.name),\(measure.unit.rawValue),\(mean),\(width)"
  }

  private func instant(_ time: SimulationTime) -> String {
    CivilTime(time).date + "T" + CivilTime(time).clock + "Z"
  }

  /// What can be read off a repeated run.
  var originLines: [String] {
    let hours = origin.hours.formattedHours
    return [
      "lab: \(VisibleText.line(origin.lab))",
      "start: \(instant(origin.start)), hours: \(hours), "
        + "replications: \(runs.count)",
      "seed: \(origin.seed), configuration: \(origin.configuration)",
    ]
  }

  /// The report as a JSON document.
  public var json: JSONValue {
    [
      "lab": .string(origin.lab),
      "start": .string(instant(origin.start)),
      "hours": .number(JSONNumber(origin.hours)), "replications": .integer(Int64(runs.count)),
      "seed": .string(String(origin.seed)), "configuration": .string(origin.configuration),
      "definitions": .object(
        JSONObject(measures.map { ($0.name, .string($0.title.trimmedStart)) })),
      "total": .object(object { total($0) }),
      "intervals": .array((0..<intervalCount).map(intervalObject)),
      "atEnd": [
        "stillWaiting": Self.value(stillWaiting), "pendingCallbacks": Self.value(pendingCallbacks),
      ],
      "estimators": .object(
        JSONObject(
          WaitEstimator.allCases.map { estimator in
            let members = Self.members(of: score(of: estimator))
            let object = JSONObject(members.map { ($0, Self.number($1)) })
            return (estimator.rawValue, .object(object))
          })),
    ]
  }

  private func intervalObject(_ place: Int) -> JSONValue {
    var object: JSONObject = [
      "start": .string(instant(start(ofInterval: place)))
    ]
    for member in self.object(of: { interval(place, $0) }).members {
      object[member.key] = member.value
    }
    return .object(object)
  }

  private func object(of estimate: (LoadMeasure) -> Estimate?) -> JSONObject {
    JSONObject(measures.map { ($0.name, Self.value(estimate($0))) })
  }

  private static func value(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return ["mean": number(estimate.mean), "halfWidth95": number(estimate.halfWidth)]
  }

  private static func number(_ value: Double?) -> JSONValue {
    value.map { .number(JSONNumber(rounded($0))) } ?? .null
  }

  /// The quality of an estimator under the names of exports; errors are in seconds.
  static func members(of score: EstimateScore) -> [(String, Double?)] {
    let known = Double(score.known)
    return [
      ("answered", Double(score.count)),
      ("unknown_share", score.count > 0 ? Double(score.unknown) / Double(score.count) : nil),
      ("mean_error", score.meanError.map { $0 / 1000 }),
      ("mean_absolute_error", score.meanAbsoluteError.map { $0 / 1000 }),
      ("within_a_minute", known > 0 ? Double(score.withinMinute) / known : nil),
    ]
  }

  /// Six decimals are more than chance leaves standing.
  static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  private static func plain(_ value: Double) -> String {
    let number = rounded(value)
    return number == number.rounded() && abs(number) < 1e15
      ? String(Int64(number)) : String(number)
  }
}

extension Double {
  /// Hours without a needless fraction.
  fileprivate var formattedHours: String {
    self == rounded() ? String(Int64(self)) : String(self)
  }
}

extension String {
  /// Without the blanks that indent a title.
  fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
