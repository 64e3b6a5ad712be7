public import IVRLanguages

/// The type of a flow's variable.
///
/// Source: webex-runtime reference, section 8; webex-flow-format reference, section 2.
public enum FlowType: String, Codable, Hashable, Sendable {
  /// Text.
  case string = "STRING"
  /// A whole number of 64 bits.
  case integer = "INTEGER"
  /// A number with fraction.
  case decimal = "DECIMAL"
  /// True or false.
  case boolean = "BOOLEAN"
  /// Date and time, kept as text.
  case dateTime = "DATETIME"
  /// A JSON value.
  case json = "JSON"
}

/// The value of a variable or of an activity's output.
public enum FlowValue: Codable, Hashable, Sendable {
  /// Text, also date and time.
  case string(String)
  /// A whole number.
  case integer(Int64)
  /// A number with fraction.
  case decimal(Double)
  /// True or false.
  case boolean(Bool)
  /// A JSON value.
  case json(JSONValue)

  /// The value as text, as a trace shows it.
  public var text: String {
    switch self {
    case .string(let text): text
    case .integer(let value): String(value)
    case .decimal(let value): String(value)
    case .boolean(let value): String(value)
    case .json(let value): JSONText.print(value)
    }
  }
}

extension FlowType {
  /// The value that text stands for, or `nil` where it does not fit the type.
  ///
  /// Empty text gives the type's own empty value, as does the absence of a default. Booleans are
  /// taken in any case; a whole number may carry a fraction of zeros.
  public func convert(_ text: String) -> FlowValue? {
    switch self {
    case .string, .dateTime: .string(text)
    case .integer: text.isEmpty ? .integer(0) : wholeNumber(text).map(FlowValue.integer)
    case .decimal: text.isEmpty ? .decimal(0) : decimalNumber(text).map(FlowValue.decimal)
    case .boolean: boolean(text).map(FlowValue.boolean)
    case .json: text.isEmpty ? .json(.object([:])) : jsonValue(text)
    }
  }

  private func wholeNumber(_ text: String) -> Int64? {
    if let value = Int64(text) { return value }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return Int64(parts[0])
  }

  private func decimalNumber(_ text: String) -> Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  private func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true": true
    case "false", "": false
    default: nil
    }
  }

  private func jsonValue(_ text: String) -> FlowValue? {
    (try? JSONText.parse(text)).map(FlowValue.json)
  }
}
