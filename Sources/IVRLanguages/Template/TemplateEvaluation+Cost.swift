/// What looking at large values costs: a step for each kilobyte of text or each sixteen members.
extension TemplateEvaluation {
  /// Counts one look over a value.
  func charge(_ value: TemplateValue, at offset: Int) throws(TemplateFault) {
    switch value {
    case .text(let text), .safeText(let text): try charge(text, at: offset)
    case .list(let members), .array(let members): try charge(members.count >> 4, at: offset)
    case .map(let map): try charge(map.count >> 4, at: offset)
    default: break
    }
  }

  /// Counts one look over a text.
  func charge(_ text: String, at offset: Int) throws(TemplateFault) {
    try charge(text.utf8.count >> 10, at: offset)
  }

  /// Counts a look over everything inside a value, as comparing two of them takes.
  func chargeAll(_ value: TemplateValue, at offset: Int) throws(TemplateFault) {
    try charge(value, at: offset)
    switch value {
    case .list(let members), .array(let members):
      try spend(members.count, at: offset)
      for member in members { try chargeAll(member, at: offset) }
    case .map(let map):
      for member in map.values { try chargeAll(member, at: offset) }
    case .entry(let entry): try chargeAll(entry.value, at: offset)
    default: break
    }
  }

  /// Counts the search for one text in another, which may try each place anew.
  func chargeSearch(
    for part: String, in whole: String, at offset: Int
  ) throws(TemplateFault) {
    let places = whole.utf8.count
    try charge((places &* part.utf8.count) >> 12 + places >> 8, at: offset)
  }

  private func charge(_ steps: Int, at offset: Int) throws(TemplateFault) {
    if steps > 0 { try spend(steps, at: offset) }
  }
}

extension TemplateValue {
  /// Whether a look over the value may take long.
  var isLarge: Bool {
    switch self {
    case .text(let text), .safeText(let text): text.utf8.count > 1 << 10
    case .list, .array, .map, .entry: true
    default: false
    }
  }
}
