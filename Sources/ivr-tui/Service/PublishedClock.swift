import IVRAdapters
import IVRCore
import Synchronization

/// The lab's time for threads that may not touch the lab.
nonisolated final class PublishedClock: Sendable {
  private struct Reading {
    var clock = LabClock()
    var now = SimulationTime(milliseconds: 0)
  }

  private let reading = Mutex(Reading())

  /// Tells the time of a state.
  @MainActor
  func publish(_ state: AppState) {
    let reading = Reading(clock: state.clock, now: state.now)
    self.reading.withLock { $0 = reading }
  }

  /// The simulated time now, as 2026-01-05T10:00:00.250Z.
  var text: String {
    let reading = reading.withLock { $0 }
    let isRunning = reading.clock.isRunning
    let time =
      isRunning
      ? max(reading.now, reading.clock.simulated(at: MonotonicClock.now)) : reading.now
    let civil = CivilTime(time)
    return "\(civil.date)T\(civil.preciseClock)Z"
  }
}
