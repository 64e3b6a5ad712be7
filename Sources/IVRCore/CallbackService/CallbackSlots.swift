/// The times at which a service can be asked to call, in buckets of equal length.
///
/// A bucket begins at a whole multiple of its length since 1970, UTC. It holds as many scheduled
/// callbacks as the options say; one that is over gives its place back.
/// Source: genesys-gms-callback reference, sections 1 and 6, `_request_time_bucket`.
struct CallbackSlots {
  /// One bucket.
  struct Slot: Hashable {
    let start: SimulationTime
    /// How many more it takes; 0 where the office is closed.
    let free: Int
    let total: Int
  }

  /// The most buckets that are told at once.
  static let most = 500

  let options: CallbackOptions
  private var taken: [Int64: Int] = [:]

  /// The buckets of a service beside its callbacks.
  init(_ options: CallbackOptions, _ callbacks: [ServiceCallback]) {
    self.options = options
    for callback in callbacks where callback.isScheduled && callback.phase != .over {
      taken[number(of: callback.desired), default: 0] += 1
    }
  }

  /// The bucket of a time.
  func slot(at time: SimulationTime) -> Slot { slot(number(of: time)) }

  /// The buckets that begin between two times, at most so many; full ones only where asked for.
  func slots(
    from start: SimulationTime, to end: SimulationTime, most: Int, withFull: Bool
  ) -> [Slot] {
    var found: [Slot] = []
    var place = number(of: start)
    if slot(place).start < start { place += 1 }
    // A year of the shortest buckets, so that a closed office ends the search.
    let last = min(number(of: end), place + 366 * 288)
    while place <= last, found.count < most {
      let slot = slot(place)
      if slot.start < end, withFull || slot.free > 0 { found.append(slot) }
      place += 1
    }
    return found
  }

  /// Whether the office is open at a time.
  func isOpen(at time: SimulationTime) -> Bool {
    guard let hours = options.officeHours else { return true }
    return hours.contains(CivilTime(time).millisecondOfDay / 60_000)
  }

  private var length: Int64 { options.bucketMinutes * 60_000 }

  private func number(of time: SimulationTime) -> Int64 {
    CivilTime.floorDivide(time.milliseconds, length)
  }

  private func slot(_ number: Int64) -> Slot {
    let start = SimulationTime(milliseconds: number * length)
    let total = isOpen(at: start) ? options.bucketCapacity : 0
    return Slot(start: start, free: max(0, total - (taken[number] ?? 0)), total: total)
  }
}
