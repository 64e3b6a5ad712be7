import IVRLanguages

/// A variable and the path of its value in a document: a row of HTTP Request and Parse.
struct ParsedOutput: Hashable, Sendable {
  let variable: String
  let path: String
  let compiled: JSONPath?

  /// The rows that name a variable and a path; untouched rows of the designer are skipped.
  static func read(_ reader: inout SettingsReader) -> [ParsedOutput] {
    var outputs: [ParsedOutput] = []
    for (index, row) in (reader.value("outputVariableArray")?.array ?? []).enumerated() {
      guard let variable = row["outputVariable"]?.string, !variable.isEmpty, variable != "Select",
        let path = row["jsonPathExp"]?.string, !path.isEmpty
      else { continue }
      outputs.append(
        ParsedOutput(variable: variable, path: path, compiled: compile(path, index, &reader)))
    }
    return outputs
  }

  private static func compile(
    _ text: String, _ index: Int, _ reader: inout SettingsReader
  ) -> JSONPath? {
    do throws(JSONPathError) {
      return try JSONPath(text, dialect: .jayway)
    } catch {
      let place = reader.path + [.key("outputVariableArray"), .index(index), .key("jsonPathExp")]
      reader.document.report(
        "IVR016", .warning, at: place,
        "\(reader.label): the path \(text) cannot be read: \(error.message)",
        hint: "The activity will fail when it runs.")
      return nil
    }
  }
}
