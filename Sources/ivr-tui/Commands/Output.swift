import Foundation
import Glibc
import IVRCore

/// Where the commands write.
enum Output {
  /// A line on standard output.
  static func line(_ text: String) { print(text) }

  /// A line on standard error.
  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Findings on standard error.
  static func findings(_ findings: [Diagnostic]) {
    for finding in findings { error(finding.text) }
  }

  /// Writes what is left; answers how the program ends, which is no success where a line was lost.
  static func end(_ code: Int32) -> Int32 {
    guard fflush(nil) != 0 else { return code }
    error(CommandStrings.cannotWrite(String(cString: strerror(errno))))
    return code == ExitCode.done ? ExitCode.failed : code
  }

  /// What a command has to say; answers its exit code.
  static func tell(_ result: CommandResult) -> Int32 {
    findings(result.findings)
    for text in result.output { line(text) }
    return result.exitCode
  }
}

/// What came of a command that needs no screen.
struct CommandResult: Equatable {
  /// The lines for standard output.
  var output: [String] = []
  /// What was found in documents, for standard error.
  let findings: [Diagnostic]
  /// How the program ends.
  var exitCode: Int32

  /// A result whose exit code says whether a finding is an error.
  init(findings: [Diagnostic]) {
    self.findings = findings
    exitCode = findings.hasErrors ? ExitCode.document : ExitCode.done
  }
}

/// How the program ends.
enum ExitCode {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let usage: Int32 = 2
  static let document: Int32 = 3
  static let terminal: Int32 = 4
}
