extension TemplateValue {
  /// How the value prints: `null` as nothing, a list as `[a, b]`, a map as `{k=v}`.
  ///
  /// Texts beyond the limit of the language are cut.
  public var text: String {
    switch self {
    case .null: ""
    case .text(let text), .safeText(let text): text
    default:
      javaText
    }
  }

  /// How Java's `String.valueOf` writes the value; differs from `text` for `null` only.
  var javaText: String {
    var text = ""
    _ = append(to: &text, limit: TemplateLimits.textBytes)
    return text
  }

  /// Appends the value as a member of a list prints; false where the limit is passed.
  func append(to out: inout String, limit: Int) -> Bool {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .smallInteger(let value): out += String(value)
    case .bigInteger(let digits): out += digits
    case .double(let value): out += JavaNumberText.double(value)
    case .text(let text), .safeText(let text): out += text
    case .character(let unit): out += Self.text(of: unit)
    case .list(let members), .array(let members):
      return Self.append(members, to: &out, limit: limit)
    case .map(let map): return Self.append(map, to: &out, limit: limit)
    case .entry(let entry):
      guard entry.key.append(to: &out, limit: limit) else { return false }
      out += "="
      return entry.value.append(to: &out, limit: limit)
    case .instant(let milliseconds): out += InstantText.text(of: milliseconds)
    }
    return out.utf8.count <= limit
  }

  /// One UTF-16 unit; half of a surrogate pair prints as `?`, as Java writes it.
  static func text(of unit: UInt16) -> String {
    Unicode.Scalar(unit).map { String($0) } ?? "?"
  }

  private static func append(
    _ members: [TemplateValue], to out: inout String, limit: Int
  ) -> Bool {
    out += "["
    for (place, member) in members.enumerated() {
      if place > 0 { out += ", " }
      guard member.append(to: &out, limit: limit) else { return false }
    }
    out += "]"
    return out.utf8.count <= limit
  }

  private static func append(_ map: TemplateMap, to out: inout String, limit: Int) -> Bool {
    out += "{"
    let values = map.values
    for (place, key) in map.keys.enumerated() {
      if place > 0 { out += ", " }
      guard key.append(to: &out, limit: limit) else { return false }
      out += "="
      guard values[place].append(to: &out, limit: limit) else { return false }
    }
    out += "}"
    return out.utf8.count <= limit
  }
}
