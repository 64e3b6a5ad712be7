import IVRLanguages

/// Reads scenario files and reports everything that is wrong with them.
public enum ScenarioParser {
  /// A scenario, where one could be read, with everything that was found.
  public struct Result: Sendable {
    /// The scenario; `nil` exactly where a finding is an error.
    public let scenario: Scenario?
    /// The findings, in the order of their places.
    public let findings: [Diagnostic]
  }

  static let longestFile = 1_000_000
  static let longestLine = 1_000
  /// How many findings are reported before the rest of a file is passed over.
  static let mostFindings = 100

  /// Reads the bytes of a file; lines end with LF or CR LF.
  public static func parse(file: String, bytes: [UInt8]) -> Result {
    guard bytes.count <= longestFile else {
      return fault(file, "A scenario has at most \(longestFile) bytes.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return fault(file, "The file is not UTF-8 text.")
    }
    var reading = ScenarioReading(file: file)
    reading.read(text)
    let scenario = Scenario(file: file, settings: reading.settings, steps: reading.steps)
    let isUsable = !reading.findings.hasErrors
    return Result(scenario: isUsable ? scenario : nil, findings: reading.findings)
  }

  private static func fault(_ file: String, _ message: String) -> Result {
    Result(scenario: nil, findings: [Diagnostic("IVR200", .error, file: file, message)])
  }
}

/// What has been read of a scenario so far.
private struct ScenarioReading {
  let file: String
  var settings: [ScenarioSetting] = []
  var steps: [ScenarioStep] = []
  var findings: [Diagnostic] = []
  private var line = 0
  private var offset = 0

  init(file: String) { self.file = file }

  mutating func read(_ text: String) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for scalars in lines {
      line += 1
      let end = scalars.last == "\r" ? scalars.dropLast() : scalars
      let isFirst = line == 1 && end.first == "\u{FEFF}"
      read(Substring(isFirst ? end.dropFirst() : end))
      offset += scalars.utf8Count + 1
      if findings.count >= ScenarioParser.mostFindings { return }
    }
    checkExpectations()
  }

  private mutating func read(_ text: Substring) {
    guard text.utf8.count <= ScenarioParser.longestLine else {
      let limit = ScenarioParser.longestLine
      report(SentenceFault("IVR200", 1, "A sentence has at most \(limit) bytes."))
      return
    }
    do {
      var words = try SentenceWords(text)
      guard let column = words.firstColumn else { return }
      let part = text.unicodeScalars.dropFirst(column - 1).prefix(words.end - column)
      let sentence = ScenarioSentence(line: line, column: column, text: String(part))
      try read(&words, sentence)
      try words.finish()
    } catch {
      report(error)
    }
  }

  private mutating func read(
    _ words: inout SentenceWords, _ sentence: ScenarioSentence
  ) throws(SentenceFault) {
    if let content = try words.stepContent() {
      steps.append(ScenarioStep(sentence: sentence, content: content))
      return
    }
    let setting = try words.setting(sentence)
    guard steps.isEmpty else {
      throw SentenceFault(
        "IVR207", sentence.column, "The lab is changed after the first act.",
        "Write this sentence above all others.")
    }
    settings.append(setting)
  }

  private mutating func checkExpectations() {
    let isTest = steps.contains { step in
      switch step.content {
      case .expect, .refute: true
      case .act, .direct: false
      }
    }
    if isTest || findings.hasErrors { return }
    findings.append(
      Diagnostic(
        "IVR208", .warning, file: file, "The scenario expects nothing, so it proves nothing.",
        hint: "Add a sentence such as: phone 1 hears \"welcome\"."))
  }

  private mutating func report(_ fault: SentenceFault) {
    findings.append(
      Diagnostic(
        fault.code, .error, file: file,
        position: SourcePosition(offset: offset, line: line, column: fault.column),
        fault.message, hint: fault.hint))
  }
}

extension Substring.UnicodeScalarView {
  fileprivate var utf8Count: Int { Substring(self).utf8.count }
}
