import IVRLanguages

/// The filter `jsonPath`, which flows add to the language: the value of a path in JSON text or in a
/// JSON variable.
///
/// Source: pebble reference, section 7. A path that leads nowhere gives null.
enum JSONPathFilter {
  /// The result, or `nil` where the name is another filter's.
  static func value(
    of input: TemplateValue, by name: String, arguments: TemplateArguments
  ) throws(TemplateRefusal) -> TemplateValue? {
    guard name == "jsonPath" else { return nil }
    guard let text = arguments.value(named: "path", at: 0)?.text else {
      throw TemplateRefusal("The filter \"jsonPath\" needs a path.")
    }
    if input.isNull { return .null }
    return TemplateValue(try result(of: try path(text), in: try document(input)))
  }

  private static func result(
    of path: JSONPath, in document: JSONValue
  ) throws(TemplateRefusal) -> JSONValue {
    do {
      return try path.result(in: document)
    } catch {
      switch error {
      case .tooManySteps, .tooDeep, .patternTooSlow:
        throw TemplateRefusal("The path \(path.text) is refused: \(error.message)")
      default: return path.isDefinite ? .null : .array([])
      }
    }
  }

  private static func path(_ text: String) throws(TemplateRefusal) -> JSONPath {
    do {
      return try JSONPath(text, dialect: .jayway)
    } catch {
      throw TemplateRefusal("The path \(text) cannot be read: \(error.message)")
    }
  }

  private static func document(_ input: TemplateValue) throws(TemplateRefusal) -> JSONValue {
    guard case .text(let text) = input else { return input.json }
    do {
      return try JSONText.parse(text)
    } catch {
      throw TemplateRefusal("The filter \"jsonPath\" needs JSON: \(error.message)")
    }
  }
}

extension TemplateValue {
  /// The value as JSON; what JSON does not have becomes text.
  fileprivate var json: JSONValue {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .double(let value): .number(JSONNumber(value))
    case .list(let values), .array(let values): .array(values.map(\.json))
    case .map(let map):
      .object(JSONObject(zip(map.keys.map(\.text), map.values.map(\.json)).map { ($0, $1) }))
    default: .string(text)
    }
  }
}
