/// JSON text read into values and values written as text.
///
/// Source: RFC 8259, strictly; objects keep their order and numbers their text.
public enum JSONText {
  /// The value that a text holds.
  ///
  /// Of a key that occurs twice in one object the last value counts, at the place of the first.
  /// - Throws: `JSONError` with line, column and excerpt of the first fault.
  public static func parse(
    _ text: String, limits: JSONLimits = .standard
  ) throws(JSONError) -> JSONValue {
    var text = text
    return try text.withUTF8 { Self.parse($0, isValid: true, limits) }.get()
  }

  /// The value that bytes hold; a byte order mark at the start is skipped.
  ///
  /// - Throws: `JSONError`, also where a string is not UTF-8.
  public static func parse(
    bytes: [UInt8], limits: JSONLimits = .standard
  ) throws(JSONError) -> JSONValue {
    try bytes.withUnsafeBufferPointer { Self.parse($0, isValid: false, limits) }.get()
  }

  /// The value as text on one line without blanks.
  public static func print(_ value: JSONValue) -> String {
    var printer = JSONPrinter(indent: nil)
    printer.append(value, depth: 0)
    return printer.text
  }

  /// The value as text with one member or element a line, indented by two blanks a level.
  public static func printPretty(_ value: JSONValue) -> String {
    var printer = JSONPrinter(indent: 2)
    printer.append(value, depth: 0)
    return printer.text
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, isValid: Bool, _ limits: JSONLimits
  ) -> Result<JSONValue, JSONError> {
    do throws(JSONFault) {
      guard bytes.count <= limits.maximumBytes else {
        throw JSONFault(kind: .documentTooLarge(limit: limits.maximumBytes), offset: 0)
      }
      var parser = JSONParser(bytes, isValid: isValid, limits: limits)
      return .success(try parser.document())
    } catch {
      return .failure(JSONError(error, in: bytes))
    }
  }
}
