import Foundation

/// One Swift file under `Sources`.
struct SourceFile {
  /// The path from `Sources`, such as `IVRCore/Engine/Simulator.swift`.
  let path: String
  /// How many lines it has.
  let lineCount: Int
  /// Its lines without comments and strings.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lineCount = lines.count - (lines.last?.isEmpty == true ? 1 : 0)
    code = SwiftCode(text).lines
  }

  /// The module that it belongs to: its first folder.
  var module: String { String(path.prefix { $0 != "/" }) }

  /// The path without the file's own name.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// Whether a text stands in one of its lines of code.
  func contains(_ text: String) -> Bool {
    code.contains { $0.contains(text) }
  }

  /// Every Swift file under `Sources`, in the order of their paths.
  static let all = Result { try readAll() }

  private static func readAll() throws -> [SourceFile] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map {
      SourceFile(path: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8))
    }
  }
}

/// A breach of a rule, as a line that an editor can follow.
struct Finding: Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  let message: String

  var description: String { "Sources/\(path):\(line): \(message)" }
}
