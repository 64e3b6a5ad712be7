import Foundation
import IVRTestSupport
import Testing

@testable import ivr_tui

/// Compares pictures with files in `Tests/Snapshots`.
///
/// `IVR_RECORD=1` rewrites them; a picture that differs is left beside its file as `.actual`.
enum Snapshot {
  static func expect(
    _ screen: Screen, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text =
      (screen.textRows() + ["", "styles:"] + screen.styleRows())
      .map { trimmed($0) }.joined(separator: "\n") + "\n"
    compare(text, SharedData.root + "/Tests/Snapshots/\(name).txt", sourceLocation)
  }

  /// A row without the blanks at its end.
  private static func trimmed(_ row: String) -> String {
    String(row.reversed().drop { $0 == " " }.reversed())
  }

  /// Compares a text with a file.
  static func compare(_ text: String, _ path: String, _ sourceLocation: SourceLocation) {
    if ProcessInfo.processInfo.environment["IVR_RECORD"] == "1" {
      write(text, path)
      return
    }
    let recorded = try? String(contentsOfFile: path, encoding: .utf8)
    guard recorded != text else { return }
    write(text, path + ".actual")
    let first = zip(lines(recorded ?? ""), lines(text)).first { $0 != $1 }
    Issue.record(
      """
      \(path) differs; see \(path).actual, or record it with IVR_RECORD=1.
      was: \(first?.0 ?? "(not there)")
      is:  \(first?.1 ?? "(longer or shorter)")
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func write(_ text: String, _ path: String) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: url)
  }
}
