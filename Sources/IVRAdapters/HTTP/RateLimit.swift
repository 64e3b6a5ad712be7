/// How many requests each client's address may still send: a bucket that fills with time.
struct RateLimit {
  private struct Bucket {
    /// Requests, each as many as `period`.
    var level: Int64
    /// When the level was right, in milliseconds.
    var time: Int64
  }

  private let count: Int64
  private let period: Int64
  private let burst: Int64
  private var buckets: [String: Bucket] = [:]

  /// How many addresses are kept apart.
  private static let most = 4_096

  /// So many requests in so many milliseconds, on average, and so many at once.
  init(_ count: Int, in period: Int64 = 1_000, burst: Int) {
    self.count = Int64(max(1, count))
    self.period = period
    self.burst = Int64(max(1, burst)) * period
  }

  /// Counts a request; nil where it may pass, else in how many seconds the next one may.
  mutating func take(_ address: String, now: Int64) -> Int64? {
    if buckets.count >= Self.most, buckets[address] == nil { forget(now) }
    let level = level(of: address, now)
    let isFree = level >= period
    buckets[address] = Bucket(level: isFree ? level - period : level, time: now)
    return isFree ? nil : max(1, (period - level + count * 1_000 - 1) / (count * 1_000))
  }

  /// Counts a request no longer.
  mutating func giveBack(_ address: String, now: Int64) {
    let level = min(burst, level(of: address, now) + period)
    buckets[address] = Bucket(level: level, time: now)
  }

  private func level(of address: String, _ now: Int64) -> Int64 {
    guard let bucket = buckets[address] else { return burst }
    return min(burst, bucket.level + max(0, now - bucket.time) * count)
  }

  /// Drops the buckets that are full again, or all where none is.
  private mutating func forget(_ now: Int64) {
    let full = buckets.keys.filter { level(of: $0, now) == burst }
    for address in full { buckets[address] = nil }
    if full.isEmpty { buckets = [:] }
  }
}
