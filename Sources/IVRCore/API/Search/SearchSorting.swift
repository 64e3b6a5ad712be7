import IVRLanguages

/// The order that a query asks for by `field(sort: asc)`.
///
/// Source: webex-search-api reference, section 5. The first field asked for counts first; where all
/// are equal, the newest task comes first, as without any sorting. Nulls come last.
struct SearchSorting {
  private struct Key {
    let path: [String]
    let isAscending: Bool
  }

  private let keys: [Key]

  /// Reads the sorted fields of a selection, in the order of their appearance.
  init(_ selection: [GraphQLSelectedField]) {
    keys = Self.keys(selection, path: [])
  }

  private static func keys(_ selection: [GraphQLSelectedField], path: [String]) -> [Key] {
    selection.flatMap { field -> [Key] in
      let place = path + [field.name]
      if let order = field.arguments["sort"]?.string {
        return [Key(path: place, isAscending: order == "asc")]
      }
      return keys(field.selection(), path: place)
    }
  }

  /// The records in the order asked for.
  func sorted(_ records: [SearchRecord]) -> [SearchRecord] { sorted(records) { $0.row } }

  /// Things with rows in the order asked for.
  func sorted<Item>(_ items: [Item], _ row: (Item) -> JSONValue) -> [Item] {
    guard !keys.isEmpty else { return items }
    let values = items.map { item in
      let row = row(item)
      return keys.map { Self.value(row, $0.path) }
    }
    return items.indices.sorted { left, right in
      for (place, key) in keys.enumerated() {
        let order = Self.compare(
          values[left][place], values[right][place], isAscending: key.isAscending)
        if order != 0 { return order < 0 }
      }
      return left < right
    }.map { items[$0] }
  }

  private static func value(_ row: JSONValue, _ path: [String]) -> JSONValue {
    path.reduce(row) { ($0.array == nil ? $0[$1] : $0[0]?[$1]) ?? .null }
  }

  /// Below 0 where the left value comes first, 0 where neither does.
  static func compare(_ left: JSONValue, _ right: JSONValue, isAscending: Bool) -> Int {
    if left.isNull || right.isNull { return (left.isNull ? 1 : 0) - (right.isNull ? 1 : 0) }
    let isBefore = precedes(left, right)
    if isBefore == precedes(right, left) { return 0 }
    return isBefore == isAscending ? -1 : 1
  }

  private static func precedes(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if let left = left.int64, let right = right.int64 { return left < right }
    if let left = left.number, let right = right.number { return left.double < right.double }
    if let left = left.bool, let right = right.bool { return !left && right }
    return (left.string ?? "") < (right.string ?? "")
  }
}
