import IVRLanguages

/// One root field of a query with its arguments, checked.
struct SearchQuestion {
  let root: SearchRoot
  /// The window, in milliseconds since 1970; both ends belong to it.
  let window: ClosedRange<Int64>
  /// Whether the window is compared with the time at which records ended.
  let usesEnd: Bool
  let filter: JSONValue
  let extFilter: JSONValue
  let aggregations: [SearchAggregation]
  let interval: SearchInterval?
  let cursor: String?
  /// What is asked of each record.
  let selection: [GraphQLSelectedField]

  /// Reads the arguments; throws 400 with the first fault.
  init(_ root: SearchRoot, _ field: GraphQLFieldContext, now: SimulationTime) throws(APIError) {
    let arguments = field.arguments
    self.root = root
    let from = arguments["from"]?.int64 ?? 0
    let to = min(arguments["to"]?.int64 ?? 0, now.milliseconds)
    window = from...max(from, to)
    usesEnd = arguments["timeComparator"]?.string == "endedTime"
    filter = arguments["filter"] ?? .null
    extFilter = arguments["extFilter"] ?? .null
    let old = arguments["aggregation"]?["aggr"]?.array ?? []
    let given = (arguments["aggregations"]?.array ?? []) + old
    aggregations = try Self.aggregations(given, root)
    selection =
      field.selection().first { $0.name == root.listName }?.selection() ?? []
    cursor = arguments["pagination"]?["cursor"]?.string
    let data = arguments["aggregationInterval"] ?? .null
    interval = try data.object == nil ? nil : SearchInterval(data)
    isEmpty = to < from
    try check(age: now.milliseconds - from)
    try checkCursor()
  }

  /// A cursor that names no page is a fault: from the first page on a client would never come to an
  /// end.
  private func checkCursor() throws(APIError) {
    guard let cursor, !["", "NA"].contains(cursor), aggregations.isEmpty, root != .agentSession
    else { return }
    guard let page = Int(cursor), page >= 0 else {
      throw APIError(400, "The cursor \"\(cursor)\" is no endCursor of an earlier answer.")
    }
  }

  /// Whether the window ends before it begins.
  let isEmpty: Bool

  /// Whether rows are groups of records.
  var isAggregated: Bool { !aggregations.isEmpty }

  private static func aggregations(
    _ values: [JSONValue], _ root: SearchRoot
  ) throws(APIError) -> [SearchAggregation] {
    var found: [SearchAggregation] = []
    for value in values where !value.isNull { found.append(try SearchAggregation(value, root)) }
    return found
  }

  /// The names of the top-level fields of a record that are asked for or compared.
  var names: Set<String> {
    var names = Set(selection.map(\.name))
    names.formUnion(aggregations.compactMap(\.path.first))
    for filter in [filter, extFilter] + aggregations.flatMap(\.filters) {
      Self.collect(filter, &names)
    }
    return names
  }

  private static func collect(_ filter: JSONValue, _ names: inout Set<String>) {
    for member in filter.object?.members ?? [] {
      switch member.key {
      case "and", "or": for part in member.value.array ?? [] { collect(part, &names) }
      case "not": collect(member.value, &names)
      default: names.insert(member.key)
      }
    }
  }
}

/// The limits of a query.
///
/// Source: webex-search-api reference, sections 3, 4 and 6.
extension SearchQuestion {
  static let day: Int64 = 86_400_000
  private static let longestFilter = 1_000
  private static let mostGroups = 10

  private func check(age: Int64) throws(APIError) {
    let span = window.upperBound - window.lowerBound
    if age > 36 * 31 * Self.day { throw APIError(400, "from is more than 36 months ago.") }
    if span > 396 * Self.day {
      throw APIError(400, "The time from \"from\" to \"to\" is longer than 13 months.")
    }
    if !isAggregated, asksForActivities(selection), span > 30 * Self.day {
      throw APIError(400, "Activities can be asked for over 30 days at most.")
    }
    let size = ([filter, extFilter] + aggregations.flatMap(\.filters))
      .reduce(0) { $0 + SearchFilter.size($1) }
    if size > Self.longestFilter {
      throw APIError(400, "The filters have more than \(Self.longestFilter) arguments.")
    }
    if isAggregated, groups.count > Self.mostGroups {
      throw APIError(400, "The result is grouped by more than \(Self.mostGroups) fields.")
    }
    if isAggregated, let interval { try interval.check(span: span) }
  }

  private func asksForActivities(_ fields: [GraphQLSelectedField]) -> Bool {
    fields.contains { $0.name == "activities" || asksForActivities($0.selection()) }
  }

  /// What the rows of an aggregation are grouped by.
  var groups: [SearchGroup] {
    var found: [SearchGroup] = []
    Self.collect(selection, [], nil, &found)
    return found
  }

  private static func collect(
    _ fields: [GraphQLSelectedField], _ place: [String], _ variable: String?,
    _ found: inout [SearchGroup]
  ) {
    for field in fields {
      if place.isEmpty, field.name == "aggregation" { continue }
      if ["__typename", "pageInfo", "totalCount"].contains(field.name) { continue }
      let path = place + [field.name]
      let variable = field.arguments["name"]?.string ?? variable
      let below = field.selection()
      if !below.isEmpty {
        collect(below, path, variable, &found)
      } else {
        let group = SearchGroup(path: path, variable: variable)
        if !found.contains(group) { found.append(group) }
      }
    }
  }
}
