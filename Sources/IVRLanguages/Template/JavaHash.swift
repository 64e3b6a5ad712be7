/// The order in which Java's `HashMap` keeps its members.
///
/// Source: the contract of `hashCode` of Java's value classes. Map literals and `merge` give hash
/// maps, and the order shows when they are printed, walked over or given to `replace`.
enum JavaHash {
  /// A map of the pairs in the order of a hash table made for `capacity` members; pairs that fall
  /// in one bucket keep the order in which they were written.
  static func map(
    _ pairs: [(TemplateValue, TemplateValue)], capacity: Int
  ) -> TemplateMap {
    let map = TemplateMap(pairs)
    guard map.count > 1 else { return map }
    var size = 1
    while size < capacity { size <<= 1 }
    let mask = UInt32(size - 1)
    let buckets = map.keys.map { key -> UInt32 in
      let code = UInt32(bitPattern: code(of: key))
      return (code ^ code >> 16) & mask
    }
    let order = map.keys.indices.sorted { (buckets[$0], $0) < (buckets[$1], $1) }
    return TemplateMap(
      uniqueKeys: order.map { map.keys[$0] }, values: order.map { map.values[$0] })
  }

  /// `hashCode` of a value.
  static func code(of value: TemplateValue) -> Int32 {
    switch value {
    case .null: 0
    case .bool(let value): value ? 1231 : 1237
    case .smallInteger(let value): value
    case .integer(let value): folded(UInt64(bitPattern: value))
    case .double(let value): folded(value.bitPattern)
    case .text(let text), .safeText(let text): code(of: text)
    case .character(let unit): Int32(unit)
    case .bigInteger(let digits): code(of: digits)
    case .list(let members), .array(let members):
      members.reduce(1) { $0 &* 31 &+ code(of: $1) }
    case .map(let map):
      zip(map.keys, map.values).reduce(0) { $0 &+ (code(of: $1.0) ^ code(of: $1.1)) }
    case .entry(let entry): code(of: entry.key) ^ code(of: entry.value)
    case .instant(let milliseconds): folded(UInt64(bitPattern: milliseconds))
    }
  }

  private static func code(of text: String) -> Int32 {
    text.utf16.reduce(0) { $0 &* 31 &+ Int32($1) }
  }

  private static func folded(_ bits: UInt64) -> Int32 {
    Int32(bitPattern: UInt32(truncatingIfNeeded: bits ^ bits >> 32))
  }
}
