import Foundation
import Glibc
import Synchronization

/// A bar on standard error with the time that is left; nothing where that is no terminal.
nonisolated final class ProgressLine: Sendable {
  private let start = ContinuousClock.now
  private let last = Mutex(-1)
  private let isShown = isatty(2) != 0

  /// Shows a share from 0 to 1, where it is another percent.
  func show(_ share: Double) {
    guard isShown else { return }
    let percent = Int(share * 100)
    let isNew = last.withLock { last in
      defer { last = percent }
      return last != percent
    }
    guard isNew else { return }
    let passed = (ContinuousClock.now - start) / .seconds(1)
    let left = share > 0.02 ? passed / share * (1 - share) : nil
    write("\r\u{1B}[K" + CommandStrings.progress(share, secondsLeft: left))
  }

  /// Takes the bar away.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
