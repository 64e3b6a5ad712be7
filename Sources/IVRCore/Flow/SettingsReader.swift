import IVRLanguages

/// Reads the properties of one activity, tolerant of the ways in which documents write them.
///
/// Source: webex-flow-format reference, section 3: every field may have a display twin written with
/// a colon or an underscore, and numbers come as numbers, as text, as expressions, empty or null.
struct SettingsReader {
  /// The properties.
  let properties: JSONObject
  /// Where they stand in the document.
  let path: [JSONStep]
  /// The label of the activity, for findings.
  let label: String
  /// What was found on the way.
  var document: DocumentReader

  /// The value of a field, unless it is missing or null; a colon in the name also finds its twin
  /// with an underscore.
  func value(_ name: String) -> JSONValue? {
    let twin = String(name.map { $0 == ":" ? "_" : $0 })
    return [properties[name], properties[twin]].compactMap { $0 }.first { !$0.isNull }
  }

  /// The text of a field; numbers and truth values as they are written, `nil` where it is missing.
  func text(_ name: String) -> String? {
    switch value(name) {
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }

  /// The text of a field unless it is empty.
  func filled(_ name: String) -> String? {
    text(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a field says yes; text counts in any case.
  func flag(_ name: String) -> Bool { text(name)?.lowercased() == "true" }

  /// The texts of a list; other values are left out.
  func texts(_ name: String) -> [String] {
    (value(name)?.array ?? []).compactMap { item in
      item.string ?? item.number?.text
    }
  }

  /// The text with expressions of a field; empty where it is missing.
  func template(_ name: String) -> TemplateText { TemplateText(text(name) ?? "") }

  /// A field that names a variable, with or without braces.
  func variable(_ name: String) -> TemplateText { .variable(text(name) ?? "") }

  /// A number in any of its forms.
  func number(_ name: String) -> NumberSetting {
    guard let text = filled(name) else { return .absent }
    return Double(text).map(NumberSetting.literal) ?? .template(TemplateText(text))
  }

  /// The pairs of an object whose values are text, in order.
  func pairs(_ name: String) -> [SettingPair] {
    (value(name)?.object?.members ?? []).map { member in
      SettingPair(
        name: TemplateText(member.key),
        value: TemplateText(
          member.value.string ?? member.value.number?.text ?? JSONText.print(member.value)))
    }
  }

  /// Reports that a field has to be filled in.
  mutating func requireFilled(_ name: String, _ what: String) {
    guard filled(name) == nil, value(name)?.array?.isEmpty ?? true else { return }
    document.report(
      "FC1015", .warning, at: path, "\(label): \(what) is not configured.",
      hint: "Fill in \"\(name)\".")
  }
}

/// A name and a value, both with expressions.
struct SettingPair: Hashable, Sendable {
  let name: TemplateText
  let value: TemplateText
}

/// A number that a document writes in one of many ways.
enum NumberSetting: Hashable, Sendable {
  /// Not given.
  case absent
  /// A number.
  case literal(Double)
  /// An expression that gives one.
  case template(TemplateText)

  /// The expression, where it is one.
  var templates: [TemplateText] {
    if case .template(let text) = self { [text] } else { [] }
  }
}
