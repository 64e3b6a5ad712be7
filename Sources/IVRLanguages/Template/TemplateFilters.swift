/// The filters of the language by their names.
///
/// Source: reference page "Pebble", sections 4 and 7.
enum TemplateFilters {
  private static let all = textFilters + listFilters + numberFilters + codingFilters + dateFilters

  private static let byName: [String: TemplateCallable] = {
    var byName: [String: TemplateCallable] = [:]
    for filter in all { byName[filter.name] = filter }
    return byName
  }()

  /// The names of all filters, and of the one that the scope of a flow provides.
  static let names = all.map(\.name).sorted() + ["jsonPath"]

  static func definition(of name: String, dialect: TemplateDialect) -> TemplateCallable? {
    guard let filter = byName[name] else { return nil }
    return filter.isNew && dialect.version == .v3 ? nil : filter
  }
}

/// The tests behind `is`.
///
/// Source: reference page "Pebble", section 5.
enum TemplateTests {
  static let names = ["defined", "empty", "even", "iterable", "map", "null", "odd"]

  static func definition(of name: String) -> TemplateCallable? {
    all.first { $0.name == name }
  }

  private static let all = [
    TemplateCallable("defined", forgivesUndefined: true) { .bool(!$0.input.isNull) },
    TemplateCallable("empty") { .bool(isEmpty($0.input)) },
    TemplateCallable("even") { call throws(TemplateFault) in
      .bool(try remainder(call) == 0)
    },
    TemplateCallable("iterable") {
      if case .list = $0.input { .bool(true) } else { .bool(false) }
    },
    TemplateCallable("map") {
      if case .map = $0.input { .bool(true) } else { .bool(false) }
    },
    TemplateCallable("null") { .bool($0.input.isNull) },
    TemplateCallable("odd") { call throws(TemplateFault) in
      .bool(try remainder(call) != 0)
    },
  ]

  /// `null`, blank texts, lists and maps without members.
  static func isEmpty(_ value: TemplateValue) -> Bool {
    switch value {
    case .null: true
    case .text(let text): text.isBlank
    case .list(let members): members.isEmpty
    case .map(let map): map.isEmpty
    default: false
    }
  }

  private static func remainder(_ call: TemplateCall) throws(TemplateFault) -> Int64 {
    switch call.input {
    case .integer(let value): value % 2
    case .smallInteger(let value): Int64(value % 2)
    default: throw call.badInput
    }
  }
}

/// The functions that are called by name.
///
/// Source: reference page "Pebble", sections 4 and 7.
enum TemplateFunctions {
  static let names = ["block", "i18n", "max", "min", "now", "range"]

  static func definition(of name: String) -> TemplateCallable? {
    all.first { $0.name == name }
  }

  private static let all = [
    TemplateCallable("max") { call throws(TemplateFault) in
      try extreme(call, .greater)
    },
    TemplateCallable("min") { call throws(TemplateFault) in
      try extreme(call, .less)
    },
    TemplateCallable("now") { .instant(epochMilliseconds: $0.run.now) },
    TemplateCallable("range", ["start", "end", "increment"], apply: range),
    TemplateCallable("i18n", ["bundle", "key", "params"]) { call throws(TemplateFault) in
      throw call.badArgument(0, "bundle")
    },
  ]

  private static func extreme(
    _ call: TemplateCall, _ comparison: Comparison
  ) throws(TemplateFault) -> TemplateValue {
    var best = TemplateValue.null
    for candidate in call.arguments {
      if best.isNull {
        best = candidate
      } else if try comparison.holds(candidate, best, at: call.offset) {
        best = candidate
      }
    }
    return best
  }

  @Sendable
  private static func range(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    let increment = call.argument(2).isNull ? 1 : call.argument(2).longValue
    guard let increment else { throw call.badArgument(2, "increment") }
    let start = try bound(call, 0, "start")
    let end = try bound(call, 1, "end")
    guard start.isCharacter == end.isCharacter else { throw call.badArgument(1, "end") }
    guard increment != 0 else { throw call.badArgument(2, "increment") }
    var members: [TemplateValue] = []
    var next = start.number
    while increment > 0 ? next <= end.number : next >= end.number {
      members.append(start.isCharacter ? .character(UInt16(next)) : .integer(next))
      guard members.count <= TemplateLimits.listMembers else {
        throw call.fault(.listTooLong(limit: TemplateLimits.listMembers))
      }
      let (sum, overflows) = next.addingReportingOverflow(increment)
      if overflows { break }
      next = sum
    }
    return .list(members)
  }

  private static func bound(
    _ call: TemplateCall, _ place: Int, _ parameter: String
  ) throws(TemplateFault) -> (number: Int64, isCharacter: Bool) {
    let value = call.argument(place)
    if let number = value.longValue { return (number, false) }
    if case .text(let text) = value, let unit = text.utf16.first, text.unitCount == 1 {
      return (Int64(unit), true)
    }
    throw call.badArgument(place, parameter)
  }
}
