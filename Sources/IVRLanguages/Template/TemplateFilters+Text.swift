extension TemplateFilters {
  static let textFilters = [
    TemplateCallable("abbreviate", ["length"], apply: abbreviate),
    TemplateCallable("capitalize") { call throws(TemplateFault) in
      .text(try call.text().titleCased(everyWord: false))
    },
    TemplateCallable("lower") { call throws(TemplateFault) in
      .text(try call.text().lowercased())
    },
    TemplateCallable("upper") { call throws(TemplateFault) in
      .text(try call.text().uppercased())
    },
    TemplateCallable("title") { call throws(TemplateFault) in
      .text(try call.text().titleCased(everyWord: true))
    },
    TemplateCallable("trim") { call throws(TemplateFault) in
      .text(try call.text().javaTrimmed)
    },
    TemplateCallable("nl2br", isNew: true) { call throws(TemplateFault) in
      try call.result(
        call.text().replacing("\r\n", by: "\n").replacing("\r", by: "\n")
          .replacing("\n", by: "<br />"))
    },
    TemplateCallable("format", isNew: true, apply: format),
    TemplateCallable("replace", ["replace_pairs"], apply: replace),
    TemplateCallable("split", ["delimiter", "limit"], apply: split),
    TemplateCallable("default", ["default"], nullGivesNull: false, forgivesUndefined: true) {
      TemplateTests.isEmpty($0.input) ? $0.argument(0) : $0.input
    },
    TemplateCallable("raw", keepsSafeText: true) { call throws(TemplateFault) in
      .safeText(try call.run.text(of: call.input, at: call.offset))
    },
    TemplateCallable("escape", ["strategy"], keepsSafeText: true, apply: escape),
  ]

  @Sendable
  private static func abbreviate(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    let text = try call.text()
    guard case .integer(let wanted) = call.argument(0) else { throw call.badArgument(0, "length") }
    let length = Int(Int32(truncatingIfNeeded: wanted))
    guard length >= 0 else { throw call.badArgument(0, "length") }
    let count = text.unitCount
    if count < length || count <= 3 { return .text(text) }
    return .text(length <= 3 ? text.units(0, length) : text.units(0, length - 3) + "...")
  }

  /// The pairs one after the other, in the order of the map.
  @Sendable
  private static func replace(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    if call.argument(0).isNull {
      throw call.fault(.missingArgument("replace_pairs", of: call.name))
    }
    guard case .map(let pairs) = call.argument(0) else {
      throw call.badArgument(0, "replace_pairs")
    }
    var text = try call.run.text(of: call.input, at: call.offset)
    for (key, value) in zip(pairs.keys, pairs.values) {
      guard !key.isNull, !value.isNull else { throw call.badArgument(0, "replace_pairs") }
      let part = try call.run.text(of: key, at: call.offset)
      try call.run.charge(text, at: call.offset)
      try call.run.chargeSearch(for: part, in: text, at: call.offset)
      let grown = text.replacing(part, by: try call.run.text(of: value, at: call.offset))
      text = try call.result(grown).text
    }
    return .text(text)
  }

  @Sendable
  private static func split(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    let text = try call.text()
    guard let delimiter = try call.text(0, "delimiter") else {
      throw call.fault(.missingArgument("delimiter", of: call.name))
    }
    let limit = try call.whole(1, "limit") ?? 0
    try call.run.chargeSearch(for: delimiter, in: text, at: call.offset)
    let pattern = try JavaPattern(delimiter, at: call.offset)
    let parts = try pattern.split(text, limit: limit)
    try call.run.spend(parts.count, at: call.offset)
    return .array(parts)
  }

  @Sendable
  private static func format(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    let pattern = try call.run.text(of: call.input, at: call.offset)
    let sizes = call.arguments.reduce(1) { $0 + (($1.string?.utf8.count ?? 0) >> 10) }
    let marks = pattern.utf8.count { $0 == UInt8(ascii: "%") }
    try call.run.spend(marks * sizes, at: call.offset)
    guard let text = JavaFormat(call.arguments).text(pattern) else {
      throw call.fault(.badFormat(pattern))
    }
    return try call.result(text)
  }

  /// The text made safe for the place that the strategy names; `html` without one.
  @Sendable
  static func escape(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    switch call.input {
    case .null, .safeText: return call.input
    default: break
    }
    let text = try call.run.text(of: call.input, at: call.offset)
    let name = try call.text(0, "strategy") ?? "html"
    guard let strategy = Escaping(rawValue: name) else {
      throw call.fault(.badArgument("strategy", of: "escape", got: "\"\(name)\""))
    }
    return .safeText(try call.result(strategy.escape(text)).text)
  }
}
