import Glibc
import IVRCore
import Synchronization

/// The names by which clients may call the lab's server: its own and those of the hosts that the lab
/// answers for.
nonisolated final class ServedNames: Sendable {
  private struct Names {
    var own: Set<String> = []
    var ofLab: Set<String> = []
  }

  private let names = Mutex(Names())

  /// Begins with the name of the machine.
  init() {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return }
    let name = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    if !name.isEmpty { add([name.lowercased()]) }
  }

  /// Adds names in small letters.
  func add(_ more: Set<String>) { names.withLock { $0.own.formUnion(more) } }

  /// Takes the names of a lab, in place of those of the one before.
  func take(_ lab: Lab) {
    let hosts = Set(lab.answeredHosts)
    names.withLock { $0.ofLab = hosts }
  }

  /// Whether a name is among them.
  func contains(_ name: String) -> Bool {
    names.withLock { $0.own.contains(name) || $0.ofLab.contains(name) }
  }
}
