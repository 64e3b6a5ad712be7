import IVRLanguages

/// Gives the fields of the Search schema their values.
///
/// A class, because it notes what it found while the query is executed.
final class SearchResolver: GraphQLResolver {
  private let state: EngineState
  private let lab: Lab
  /// The tasks that were found, in the order of the answer.
  private(set) var matched: [TaskID] = []
  /// Why the whole request is refused, where it is.
  private(set) var refusal: APIError?

  /// Tasks on a page.
  ///
  /// Source: webex-search-api reference, section 5.
  private static let pageSize = 250
  private static let day: Int64 = 86_400_000

  init(state: EngineState, lab: Lab) {
    self.state = state
    self.lab = lab
  }

  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    if field.parentType == "Query" {
      let tasks = field.selection().first { $0.name == "tasks" }
      return try list(field.arguments, sorting: SearchSorting(tasks?.selection() ?? []))
    }
    let value = field.parentMember
    // An object whose parts are not known is an object of nulls, not null.
    return value.isNull && !field.selection().isEmpty ? .object([:]) : value
  }

  private func list(
    _ arguments: JSONObject, sorting: SearchSorting
  ) throws(GraphQLFieldError) -> JSONValue {
    let from = arguments["from"]?.int64 ?? 0
    let to = min(arguments["to"]?.int64 ?? 0, state.now.milliseconds)
    try check(from: from, to: to)
    let usesEnd = arguments["timeComparator"]?.string == "endedTime"
    let filter = arguments["filter"] ?? .null
    var rows: [(TaskID, JSONValue)] = []
    let places = places(filter)
    for place in (0..<(places?.count ?? state.tasks.count)).reversed() {
      let task = state.tasks.values[places?[place] ?? place]
      // Tasks stand in the order of their creation.
      if !usesEnd, task.createdTime.milliseconds < from { break }
      let time = usesEnd ? task.endedTime : task.createdTime
      guard let time, from <= time.milliseconds, time.milliseconds <= to else { continue }
      let row = TaskRow(task: task, state: state, lab: lab).json
      if SearchFilter.accepts(row, filter) { rows.append((task.id, row)) }
    }
    return page(sorting.sorted(rows), arguments["pagination"]?["cursor"]?.string)
  }

  /// The places of the tasks that a filter could accept, in order; `nil` is all.
  private func places(_ filter: JSONValue) -> [Int]? {
    guard let number = SearchFilter.callbackNumber(filter) else { return nil }
    let places = state.callbackNumbers.tasks(of: number).compactMap { state.tasks.place(of: $0) }
    return Set(places).sorted()
  }

  /// Source: webex-search-api reference, section 3.
  private func check(from: Int64, to: Int64) throws(GraphQLFieldError) {
    let age = state.now.milliseconds - from
    if age > 36 * 31 * Self.day {
      try refuse("from is more than 36 months ago.")
    }
    if to - from > 396 * Self.day {
      try refuse("The time from \"from\" to \"to\" is longer than 13 months.")
    }
  }

  private func refuse(_ reason: String) throws(GraphQLFieldError) {
    refusal = APIError(400, reason)
    throw GraphQLFieldError(reason)
  }

  private func page(_ rows: [(TaskID, JSONValue)], _ cursor: String?) -> JSONValue {
    let number = max(0, cursor.flatMap { Int($0) } ?? 0)
    let start = min(number * Self.pageSize, rows.count)
    let shown = rows[start..<min(start + Self.pageSize, rows.count)]
    matched += shown.map(\.0)
    let hasMore = start + Self.pageSize < rows.count
    let pageInfo: JSONValue = [
      "hasNextPage": .bool(hasMore), "endCursor": hasMore ? .string(String(number + 1)) : .null,
    ]
    return ["tasks": .array(shown.map(\.1)), "pageInfo": pageInfo]
  }
}
