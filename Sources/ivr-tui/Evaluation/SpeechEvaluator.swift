import IVRLanguages

/// Renders speech markup and checks it by its schema.
struct SpeechEvaluator: Evaluator {
  /// The view whose lines people see.
  let view: PromptView

  /// What the command line asks for; the plain view where nothing is said.
  init(_ request: EvalRequest) {
    view = request.options[.view].flatMap(PromptView.init) ?? .plain
  }

  func answer(to expression: String, _ test: JSONObject) -> EvalAnswer {
    let isDocument = SSML.isDocument(expression)
    do {
      let prompt = try SSML.render(expression)
      let lines = prompt.lines(in: view)
      var answer = EvalAnswer(lines, result: .string(lines.joined(separator: " ")))
      answer.members["spoken"] = .string(prompt.spokenText)
      answer.members["milliseconds"] = .integer(prompt.durationMilliseconds)
      answer.members["breaks"] = .array(prompt.breaks.map(Self.json))
      answer.members["marks"] = .array(prompt.marks.map(JSONValue.string))
      answer.members["audio"] = .array(prompt.audio.map(JSONValue.string))
      answer.notes = prompt.notes
      check(expression, isDocument: isDocument, &answer)
      return answer
    } catch {
      var answer = EvalAnswer(error, phase: "parse")
      if isDocument { check(expression, isDocument: true, &answer) }
      return answer
    }
  }

  /// Adds whether the document is XML and fits the schema; plain words need do neither.
  private func check(_ text: String, isDocument: Bool, _ answer: inout EvalAnswer) {
    let findings = isDocument ? SSML.validate(text) : []
    answer.members["wellformed"] = .bool(!findings.contains(where: \.isUnreadable) && isDocument)
    answer.members["valid"] = .bool(isDocument && !findings.contains(where: \.isViolation))
    answer.members["valid_strict"] = .bool(isDocument && SSML.isValid(text, strict: true))
    guard answer.faults.isEmpty else { return }
    answer.notes += findings.map { finding in
      let place = "\(finding.position.line):\(finding.position.column): "
      return place + finding.message + (finding.hint.isEmpty ? "" : "; " + finding.hint)
    }
  }

  private static func json(_ pause: SpokenBreak) -> JSONValue {
    ["ms": pause.milliseconds.map { .integer($0) } ?? .null]
  }
}

extension SSMLFinding {
  /// Whether the document is no XML at all.
  fileprivate var isUnreadable: Bool {
    switch kind {
    case .unreadable(.notSpeak): false
    case .unreadable: true
    default: false
    }
  }
}
