import Foundation

/// The data that lie beside the project, where they are.
public enum SharedData {
  /// The folder of the package.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of a file or folder below `../shared`, or `nil` where it is not there.
  public static func path(_ name: String) -> String? {
    let path = URL(fileURLWithPath: root).deletingLastPathComponent()
      .appendingPathComponent("shared/" + name).path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
