import Foundation

/// Finds the folder that holds `Flows` and `Prompts`.
enum LabRoot {
  /// The folder that was named, else the current one where it has `Flows`, else the nearest one
  /// around the program that does, else the current one.
  static func find(_ named: String?) -> String {
    if let named { return named }
    if holdsLab(".") { return "." }
    var folder = programFolder
    while folder != "/", !folder.isEmpty {
      if holdsLab(folder) { return folder }
      folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    }
    return "."
  }

  private static var programFolder: String {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return program.deletingLastPathComponent().path
  }

  private static func holdsLab(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/Flows")
  }
}
