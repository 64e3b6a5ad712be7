/// How many requests each client's address may still send: a bucket that fills with time.
struct RateLimit {
  private struct Bucket {
    /// Thousandths of requests.
    var level: Int64
    /// When the level was right, in milliseconds.
    var time: Int64
  }

  private let perSecond: Int64
  private let burst: Int64
  private var buckets: [String: Bucket] = [:]

  /// How many addresses are kept apart.
  private static let most = 4_096

  init(perSecond: Int, burst: Int) {
    self.perSecond = Int64(max(1, perSecond))
    self.burst = Int64(max(1, burst)) * 1_000
  }

  /// Counts a request; nil where it may pass, else in how many seconds the next one may.
  @discardableResult
  mutating func take(_ address: String, now: Int64) -> Int64? {
    if buckets.count >= Self.most, buckets[address] == nil { forget(now) }
    let level = level(of: address, now)
    let isFree = level >= 1_000
    buckets[address] = Bucket(level: isFree ? level - 1_000 : level, time: now)
    return isFree ? nil : wait(level)
  }

  /// What `take` would answer, without counting.
  func look(_ address: String, now: Int64) -> Int64? {
    let level = level(of: address, now)
    return level >= 1_000 ? nil : wait(level)
  }

  private func wait(_ level: Int64) -> Int64 {
    max(1, (1_000 - level + perSecond * 1_000 - 1) / (perSecond * 1_000))
  }

  private func level(of address: String, _ now: Int64) -> Int64 {
    guard let bucket = buckets[address] else { return burst }
    return min(burst, bucket.level + max(0, now - bucket.time) * perSecond)
  }

  /// Drops the buckets that are full again, or all where none is.
  private mutating func forget(_ now: Int64) {
    let full = buckets.keys.filter { level(of: $0, now) == burst }
    for address in full { buckets[address] = nil }
    if full.isEmpty { buckets = [:] }
  }
}
