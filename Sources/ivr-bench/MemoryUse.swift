import Foundation

/// The memory of this process.
enum MemoryUse {
  /// The most that it ever had at once, in MiB.
  static var peak: Double { kilobytes("VmHWM:") / 1024 }

  /// What it has now, in bytes.
  static var now: Double { kilobytes("VmRSS:") * 1024 }

  private static func kilobytes(_ name: String) -> Double {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0
  }
}
