import Foundation
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
}

/// How the program ends.
enum ExitCode {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let usage: Int32 = 2
  static let document: Int32 = 3
  static let terminal: Int32 = 4
}
