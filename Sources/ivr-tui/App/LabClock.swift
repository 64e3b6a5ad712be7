import IVRCore

/// How simulated time follows real time.
///
/// The clock stands still until somebody does something, so that a lab that is only looked at keeps
/// its earlier waits fresh and costs nothing.
nonisolated struct LabClock: Equatable, Sendable {
  /// The factors to choose from.
  static let speeds: [Int64] = [1, 2, 5, 10, 30, 60, 120, 300, 600]

  private(set) var speed: Int64 = 1
  private(set) var isPaused = false
  /// Whether it runs no faster than real time, since a flow waits for a real host.
  private(set) var isHeld = false
  private(set) var hasBegun = false
  /// Runs there as fast as it can, then pauses.
  private(set) var target: SimulationTime?
  private var anchorReal: Int64 = 0
  private var anchorSimulated = SimulationTime(milliseconds: 0)

  /// Whether simulated time passes by itself.
  var isRunning: Bool { hasBegun && !isPaused && target == nil }

  /// Whether time passes as real time does, be it on the way to a target.
  var isMoving: Bool { isRunning || isHeld && target != nil }

  /// The simulated time that belongs to a real one.
  func simulated(at real: Int64) -> SimulationTime {
    anchorSimulated.advanced(by: max(0, real - anchorReal) * pace)
  }

  /// The real time, rounded up, at which a simulated time comes.
  func real(of time: SimulationTime) -> Int64 {
    let ahead = max(0, time.since(anchorSimulated))
    return anchorReal + (ahead + pace - 1) / pace
  }

  private var pace: Int64 { isHeld ? 1 : speed }

  /// Ties a simulated time to a real one: from here on it runs at its speed.
  mutating func anchor(real: Int64, simulated: SimulationTime) {
    anchorReal = real
    anchorSimulated = simulated
  }

  /// The first act of a run.
  mutating func begin() { hasBegun = true }

  mutating func setPaused(_ isPaused: Bool) {
    self.isPaused = isPaused
    target = nil
  }

  mutating func setHeld(_ isHeld: Bool) { self.isHeld = isHeld }

  mutating func setSpeed(_ speed: Int64) { self.speed = speed }

  mutating func setTarget(_ target: SimulationTime?) {
    self.target = target
    hasBegun = true
  }

  /// The next faster or slower factor.
  func neighbour(faster: Bool) -> Int64 {
    faster
      ? Self.speeds.first { $0 > speed } ?? speed : Self.speeds.last { $0 < speed } ?? speed
  }
}
