import IVRLanguages

/// What came of one expression.
struct EvalAnswer: Equatable {
  /// The lines for people on standard output.
  var output: [String] = []
  /// What is wrong, each with its place, excerpt and caret; empty where nothing is.
  var faults: [String] = []
  /// What is worth knowing although nothing is wrong, for standard error.
  var notes: [String] = []
  /// The members of the answer in JSON Lines, without the id.
  var members = JSONObject()

  /// A result: its lines for people and its value for JSON Lines.
  init(_ output: [String], result: JSONValue) {
    self.output = output
    members["result"] = result
  }

  /// A fault at a place of the expression.
  init(_ error: some LanguageError, phase: String) {
    faults = [Self.shown(error)]
    members = Self.members(error, phase: phase)
  }

  /// A fault without a place.
  init(fault message: String, phase: String) {
    faults = [message]
    members = ["error": .string(message), "phase": .string(phase)]
  }

  /// The response to a query; its first error comes in the form of all languages, too.
  init(_ response: GraphQLResponse) {
    let phase = response.phase.rawValue
    if response.data != nil {
      output = JSONText.printPretty(response.json).split(separator: "\n").map(String.init)
    }
    faults = response.errors.map(Self.shown)
    if let first = response.errors.first { members = Self.members(first, phase: phase) }
    members["phase"] = .string(phase)
    members["response"] = response.json
  }

  private static func members(_ error: some LanguageError, phase: String) -> JSONObject {
    [
      "error": .string(error.message), "phase": .string(phase),
      "line": .integer(Int64(error.position.line)),
      "column": .integer(Int64(error.position.column)),
    ]
  }

  private static func shown(_ error: some LanguageError) -> String {
    error.description.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.line(String($0)) }.joined(separator: "\n")
  }
}

/// Evaluates the expressions of one language.
protocol Evaluator {
  /// The answer to an expression; the case holds what else JSON Lines say, else nothing.
  func answer(to expression: String, _ test: JSONObject) -> EvalAnswer
}
