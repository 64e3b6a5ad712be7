import Foundation

/// Files of the conformance folder that stands beside the package.
enum ConformanceFiles {
  /// The bytes of a file below `../shared/conformance`; `nil`, with a line that says so, if absent.
  static func bytes(_ path: String, suite: String, from file: String = #filePath) -> [UInt8]? {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.path + "/Package.swift")
    {
      folder.deleteLastPathComponent()
    }
    let url = folder.deletingLastPathComponent().appendingPathComponent(
      "shared/conformance/" + path)
    guard let data = try? Data(contentsOf: url) else {
      print("\(suite): SKIPPED, there is no \(url.path)")
      return nil
    }
    return [UInt8](data)
  }
}
