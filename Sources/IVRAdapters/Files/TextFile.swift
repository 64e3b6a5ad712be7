import Foundation
public import IVRCore

/// Reads files whole and tells in a finding why one could not be read.
public enum TextFile {
  /// The largest file that is read, in bytes.
  public static let maximumBytes = 64 * 1024 * 1024

  /// The bytes of a file, or the finding that says why there are none.
  public static func read(_ path: String) -> Result<[UInt8], DocumentFault> {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .failure(fault(path, "There is no file \(path).", "Check the name and the folder."))
    }
    guard !isFolder.boolValue else {
      return .failure(fault(path, "\(path) is a folder.", "Name a file in it."))
    }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      guard data.count <= maximumBytes else {
        return .failure(fault(path, "\(path) is larger than 64 MiB.", ""))
      }
      return .success(Array(data))
    } catch {
      return .failure(fault(path, "\(path) cannot be read.", "Check who may read it."))
    }
  }

  /// The files of a folder with an ending, sorted by name; none where the folder is not there.
  public static func names(in folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix("." + ending) && !$0.hasPrefix(".") }.sorted()
  }

  /// The folders in a folder, sorted by name.
  static func folders(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue && !name.hasPrefix(".")
    }.sorted()
  }

  private static func fault(_ path: String, _ message: String, _ hint: String) -> DocumentFault {
    DocumentFault(finding: Diagnostic("IVR100", .error, file: path, message, hint: hint))
  }
}

/// Why a file could not be read.
public struct DocumentFault: Error, Hashable, Sendable {
  /// The finding.
  public let finding: Diagnostic

  /// The fault that a finding tells.
  public init(finding: Diagnostic) { self.finding = finding }
}
