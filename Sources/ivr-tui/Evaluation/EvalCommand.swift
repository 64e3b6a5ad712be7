import Glibc
import IVRAdapters
import IVRCore
import IVRLanguages

/// `eval`: one expression from the command line, or one a line from a pipe.
struct EvalCommand {
  let request: EvalRequest
  let root: String?

  init(_ request: EvalRequest, root: String?) {
    self.request = request
    self.root = root
  }

  /// Evaluates and prints; answers the exit code.
  ///
  /// An expression in error ends with 1; from a pipe only a line that is no case does.
  func run() -> Int32 {
    if request.expression == nil, isatty(0) != 0 {
      Output.error("ivr-tui: \(EvalStrings.noExpression(request.language))")
      return ExitCode.usage
    }
    switch evaluator() {
    case .failure(let fault):
      Output.findings([fault.finding])
      return ExitCode.document
    case .success(let evaluator):
      guard let expression = request.expression else {
        return answerCases(evaluator, JSONLines(Self.standardInput)) { line in
          Output.line(line)
          fflush(nil)
        }
      }
      return tell(evaluator.answer(to: expression, [:]))
    }
  }

  /// What a terminal would act on is made visible; a file or a pipe gets the text as it is.
  private func tell(_ answer: EvalAnswer) -> Int32 {
    let isTerminal = isatty(1) != 0
    for line in answer.output { Output.line(isTerminal ? VisibleText.line(line) : line) }
    for note in answer.notes + answer.faults { Output.error(note) }
    return answer.faults.isEmpty ? ExitCode.done : ExitCode.failed
  }

  /// Answers each line that is not blank with one line; a line that is no case makes the exit code 1.
  func answerCases(
    _ evaluator: any Evaluator, _ lines: JSONLines, _ print: (String) -> Void
  ) -> Int32 {
    var lines = lines
    var number: Int64 = 0
    var code = ExitCode.done
    while let line = lines.next() {
      number += 1
      if case .text(let bytes) = line, bytes.allSatisfy({ $0 <= 32 }) { continue }
      let (id, answer, isCase) = answer(to: line, evaluator)
      if !isCase { code = ExitCode.failed }
      var members: JSONObject = ["id": id ?? .integer(number)]
      for member in answer.members.members { members[member.key] = member.value }
      print(JSONText.print(.object(members)))
    }
    return code
  }

  private func answer(
    to line: JSONLines.Line, _ evaluator: any Evaluator
  ) -> (id: JSONValue?, answer: EvalAnswer, isCase: Bool) {
    guard case .text(let bytes) = line else {
      return (nil, EvalAnswer(fault: EvalStrings.lineTooLong, phase: "input"), false)
    }
    do {
      guard let test = try JSONText.parse(bytes: bytes).object else {
        return (nil, EvalAnswer(fault: EvalStrings.notObject, phase: "input"), false)
      }
      let id = test["id"] ?? test["name"]
      let member = request.language.expressionMember
      guard let expression = test[member]?.string else {
        return (id, EvalAnswer(fault: EvalStrings.noMember(member), phase: "input"), false)
      }
      return (id, evaluator.answer(to: expression, test), true)
    } catch {
      return (nil, EvalAnswer(error, phase: "input"), false)
    }
  }

  private static func standardInput() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, read(0, buffer.baseAddress, buffer.count))
    }
  }
}
