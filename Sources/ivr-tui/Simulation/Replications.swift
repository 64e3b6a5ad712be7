import Foundation
import IVRCore
import Synchronization

/// Runs the replications of a simulation, as many at once as there are cores.
///
/// Each has its own engine, seed and random streams, so the order in which they end shows nowhere.
nonisolated enum Replications {
  /// The figures of all replications, in the order of their seeds.
  ///
  /// `tell` hears the share that is done, from 0 to 1, from any thread but never from two at once.
  static func run(
    _ count: Int, in world: World, hours: Double, seed: UInt64,
    tell: @escaping @Sendable (Double) -> Void
  ) -> [RunFigures] {
    let board = ResultBoard(count, tell)
    let group = DispatchGroup()
    for _ in 0..<min(count, max(1, ProcessInfo.processInfo.activeProcessorCount)) {
      group.enter()
      let thread = Thread {
        work(board, world, hours: hours, seed: seed)
        group.leave()
      }
      thread.stackSize = stackSize
      thread.start()
    }
    group.wait()
    return board.figures
  }

  /// As much as the main thread has.
  private static let stackSize = 8 * 1024 * 1024

  /// Runs one replication after the other until none is left.
  private static func work(_ board: ResultBoard, _ world: World, hours: Double, seed: UInt64) {
    while let replication = board.next() {
      var run = LoadRun(
        world: world, hours: hours, seed: LoadReport.seed(of: replication, under: seed))
      while !run.advance(minutes: 15) { board.note(run.progress, of: replication) }
      board.finish(replication, run.finish())
    }
  }
}

/// What the replications have written down so far.
private nonisolated final class ResultBoard: Sendable {
  private struct Content {
    var started = 0
    var shares: [Double]
    var figures: [RunFigures?]
  }

  private let content: Mutex<Content>
  private let tell: @Sendable (Double) -> Void

  init(_ count: Int, _ tell: @escaping @Sendable (Double) -> Void) {
    content = Mutex(
      Content(
        shares: Array(repeating: 0, count: count), figures: Array(repeating: nil, count: count)))
    self.tell = tell
  }

  /// The next replication that nobody has begun.
  func next() -> Int? {
    content.withLock { content in
      guard content.started < content.shares.count else { return nil }
      content.started += 1
      return content.started - 1
    }
  }

  func note(_ share: Double, of replication: Int) {
    content.withLock { content in
      content.shares[replication] = share
      tell(content.shares.reduce(0, +) / Double(content.shares.count))
    }
  }

  func finish(_ replication: Int, _ figures: RunFigures) {
    content.withLock { $0.figures[replication] = figures }
    note(1, of: replication)
  }

  var figures: [RunFigures] { content.withLock { $0.figures.compactMap { $0 } } }
}
