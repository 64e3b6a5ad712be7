import IVRLanguages

/// The languages that `eval` evaluates expressions of.
enum EvalLanguage: String, CaseIterable {
  case pebble
  case jsonpath
  case graphql
  case ssml
  case phone

  /// The options that mean something to the language.
  var options: [Option] {
    switch self {
    case .pebble: [.context, .dialect, .now, .values]
    case .jsonpath: [.context, .dialect]
    case .graphql: [.schema, .context, .variables]
    case .ssml: [.view]
    case .phone: [.region]
    }
  }

  /// The words that `--dialect` takes; the first is the one where nothing is said.
  var dialects: [String] {
    switch self {
    case .pebble: ["pebble-4.1", "pebble-3.2"]
    case .jsonpath: ["jayway", "rfc9535"]
    default: []
    }
  }

  /// The member of a case in JSON Lines that holds the expression.
  var expressionMember: String {
    switch self {
    case .pebble: "template"
    case .jsonpath: "selector"
    case .graphql: "query"
    case .ssml: "ssml"
    case .phone: "input"
    }
  }
}

/// What an `eval` on the command line asks for.
struct EvalRequest: Equatable {
  /// The language.
  let language: EvalLanguage
  /// The expression; `nil` where cases come from a pipe.
  let expression: String?
  /// The values of the language's options.
  let options: [Option: String]

  /// Reads the words after `eval` and the options that only `eval` has.
  init(words: [String], options: [Option: String]) throws(UsageError) {
    guard let name = words.first else { throw UsageError(EvalStrings.noLanguage) }
    guard let language = EvalLanguage(rawValue: name) else {
      throw UsageError(EvalStrings.unknownLanguage(name))
    }
    guard words.count <= 2 else { throw UsageError(EvalStrings.tooManyWords(words[2])) }
    self.language = language
    self.options = options
    expression = words.dropFirst().first
    for option in Option.ofEval where options[option] != nil {
      guard language.options.contains(option) else {
        throw UsageError(EvalStrings.foreignOption(option, language))
      }
    }
    try checkValues()
  }

  private func checkValues() throws(UsageError) {
    if let dialect = options[.dialect], !language.dialects.contains(dialect) {
      throw UsageError(EvalStrings.badWord(.dialect, dialect, language.dialects))
    }
    if let values = options[.values], !EvalStrings.readings.contains(values) {
      throw UsageError(EvalStrings.badWord(.values, values, EvalStrings.readings))
    }
    let views = PromptView.allCases.map(\.rawValue)
    if let view = options[.view], !views.contains(view) {
      throw UsageError(EvalStrings.badWord(.view, view, views))
    }
    if let region = options[.region], NumberingPlan.callingCode(of: region) == nil {
      throw UsageError(EvalStrings.badRegion(region))
    }
    if let now = options[.now], PebbleEvaluator.instant(now) == nil {
      throw UsageError(EvalStrings.badInstant(now))
    }
    if language == .graphql, options[.context] != nil, options[.schema] == nil {
      throw UsageError(EvalStrings.contextNeedsSchema)
    }
  }
}
