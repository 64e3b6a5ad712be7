import Foundation
import IVRLanguages
import Testing

/// Files beside the package and JSON read by Foundation.
enum GraphQLTestFiles {
  /// The folder that holds the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a shared file, `nil` where it is absent.
  static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: "../shared/" + path), encoding: .utf8)
  }

  /// The names in a shared folder, sorted.
  static func names(_ path: String) -> [String] {
    let folder = root.appending(path: "../shared/" + path).path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
