import IVRLanguages

/// Renders speech markup.
struct SpeechEvaluator: Evaluator {
  func answer(to expression: String, _ test: JSONObject) -> EvalAnswer {
    do {
      let prompt = try SSML.render(expression)
      return EvalAnswer(prompt.lines, result: .string(prompt.text))
    } catch {
      return EvalAnswer(error, phase: "parse")
    }
  }
}
