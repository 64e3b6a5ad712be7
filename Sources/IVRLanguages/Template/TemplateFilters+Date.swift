extension TemplateFilters {
  static let dateFilters = [
    TemplateCallable("date", ["format", "existingFormat", "timeZone"], apply: date),
    TemplateCallable("epoch", ["format", "inMillis", "timezone", "timeZone"], apply: epoch),
  ]

  private static let defaultFormat = "yyyy-MM-dd'T'HH:mm:ssZ"
  private static let instantFormat = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"

  /// A number of milliseconds, a date or the text of one, written by a format.
  ///
  /// Differs from the product: the time zone counts for `now()`, too, whose own zone is UTC.
  @Sendable
  private static func date(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    let format = try call.text(0, "format") ?? defaultFormat
    let existing = try call.text(1, "existingFormat")
    let zone = try call.text(2, "timeZone").map { CivilZone($0) } ?? .utc
    let instant: Int64
    switch call.input {
    case .instant(let milliseconds):
      if let existing {
        instant = try read(call.input.text, existing, .utc, call)
      } else {
        instant = milliseconds
      }
    case .text(let text):
      if existing == nil, call.run.program.dialect.version == .v3 {
        throw call.fault(.missingArgument("existingFormat", of: call.name))
      }
      instant = try read(text, existing ?? defaultFormat, .utc, call)
    default:
      guard let milliseconds = call.input.longValue else { throw call.badInput }
      instant = milliseconds
    }
    guard let pattern = DatePattern(format) else { throw call.fault(.badFormat(format)) }
    return .safeText(pattern.text(of: clamped(instant), in: zone))
  }

  /// Seconds since 1970 of a date or the text of one, or milliseconds with `inMillis`.
  @Sendable
  private static func epoch(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    let format = try call.text(0, "format")
    let lowerZone = try call.text(2, "timezone")
    let camelZone = try call.text(3, "timeZone")
    let milliseconds: Int64
    switch call.input {
    case .instant(let instant): milliseconds = instant
    case .text(let text):
      let zone = (lowerZone ?? camelZone).map { CivilZone($0) } ?? .utc
      milliseconds = try read(text, format ?? instantFormat, zone, call)
    default: throw call.badInput
    }
    if try isTrue(call, 1) { return .integer(milliseconds) }
    return .integer(Int64(Int(milliseconds).floorDivided(by: 1000)))
  }

  private static func isTrue(_ call: TemplateCall, _ place: Int) throws(TemplateFault) -> Bool {
    switch call.argument(place) {
    case .null: false
    case .bool(let value): value
    case .text(let text): text.lowercased() == "true"
    default: throw call.badArgument(place, "inMillis")
    }
  }

  private static func read(
    _ text: String, _ format: String, _ zone: CivilZone, _ call: TemplateCall
  ) throws(TemplateFault) -> Int64 {
    guard let pattern = DatePattern(format) else { throw call.fault(.badFormat(format)) }
    var reader = DateReader(pattern, zone: zone, now: call.run.now)
    guard let instant = reader.instant(of: text) else {
      throw call.fault(.badDate(text, format: format))
    }
    return instant
  }

  /// Far enough for every date anyone means, and safe to calculate with.
  private static func clamped(_ milliseconds: Int64) -> Int64 {
    min(max(milliseconds, -60_000_000_000_000_000), 60_000_000_000_000_000)
  }
}
