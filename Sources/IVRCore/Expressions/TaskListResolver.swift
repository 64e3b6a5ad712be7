public import IVRLanguages

/// Answers a search-like schema from a list of tasks in JSON.
///
/// Root fields: `task(from,to,filter,sort,pagination)`, `taskDetails(from,to,filter,limit)`,
/// `node(id)`, `echo(…)`, `now`, and `fail` and `failNonNull`, which fail. Every other field is the
/// member of its parent. Source: the conformance vectors' README, section "graphql".
public struct TaskListResolver: GraphQLResolver {
  private let tasks: [JSONValue]

  /// Answers from these tasks, in their order.
  public init(tasks: [JSONValue]) {
    self.tasks = tasks
  }

  private static let pageSize = 1000

  /// The value of a field.
  public func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    switch (field.parentType, field.name) {
    case ("Query", "task"): try taskList(field.arguments)
    case ("Query", "taskDetails"): taskDetails(field.arguments)
    case ("Query", "node"): node(field.arguments["id"]?.string ?? "")
    case ("Query", "echo"): .string(Self.sorted(field.arguments))
    case ("Query", "now"): 1_700_000_600_000
    case ("Query", "fail"), ("Query", "failNonNull"): throw GraphQLFieldError("boom")
    case ("Task", "parties"): parties(field.parent)
    default: field.parentMember
    }
  }

  /// The member `t` of a party of a task; everything else is a task.
  public func typeName(of value: JSONValue, in abstractType: String) -> String? {
    value["t"]?.string ?? "Task"
  }

  private func parties(_ task: JSONValue) -> JSONValue {
    .array(["lastQueue", "lastAgent"].compactMap { task[$0] }.filter { !$0.isNull })
  }

  private func node(_ id: String) -> JSONValue {
    let parties = tasks.flatMap { [$0["lastQueue"], $0["lastAgent"]].compactMap { $0 } }
    return (tasks + parties).first { $0["id"]?.string == id } ?? .null
  }

  private func matching(_ arguments: JSONObject) -> [JSONValue] {
    let from = arguments["from"]?.int64 ?? 0
    let to = arguments["to"]?.int64 ?? 0
    return tasks.filter { task in
      let time = task["createdTime"]?.int64 ?? 0
      return from <= time && time <= to
        && TaskListFilter.matches(task, arguments["filter"] ?? .null)
    }
  }

  private func taskList(_ arguments: JSONObject) throws(GraphQLFieldError) -> JSONValue {
    var rows = matching(arguments)
    for entry in (arguments["sort"]?.array ?? []).reversed() {
      rows = try Self.sort(rows, by: entry)
    }
    let cursor = arguments["pagination"]?["cursor"]?.string ?? "0"
    guard let start = Int(cursor), start >= 0 else {
      throw GraphQLFieldError("invalid cursor: \(cursor)")
    }
    let page = Array(rows.dropFirst(start).prefix(Self.pageSize))
    let end = start + page.count
    return [
      "tasks": .array(page),
      "pageInfo": ["hasNextPage": .bool(end < rows.count), "endCursor": .string(String(end))],
    ]
  }

  private static func sort(
    _ rows: [JSONValue], by entry: JSONValue
  ) throws(GraphQLFieldError) -> [JSONValue] {
    let name = entry["field"]?.string ?? ""
    if !rows.isEmpty, !rows.contains(where: { $0[name] != nil }) {
      throw GraphQLFieldError("Unknown sort field: \(name)")
    }
    let isDescending = entry["order"]?.string == "desc"
    let order = rows.enumerated().sorted { left, right in
      let first = left.element[name] ?? .null
      let second = right.element[name] ?? .null
      let difference = compare(first, second)
      if difference == 0 { return left.offset < right.offset }
      return isDescending ? difference > 0 : difference < 0
    }
    return order.map(\.element)
  }

  /// Nulls are larger than everything.
  private static func compare(_ left: JSONValue, _ right: JSONValue) -> Int {
    switch (left, right) {
    case (.null, .null): 0
    case (.null, _): 1
    case (_, .null): -1
    case (.string(let first), .string(let second)): first == second ? 0 : first < second ? -1 : 1
    case (.number(let first), .number(let second)):
      first.double == second.double ? 0 : first.double < second.double ? -1 : 1
    default: 0
    }
  }

  private func taskDetails(_ arguments: JSONObject) -> JSONValue {
    let rows = matching(arguments)
    let limit = arguments["limit"]?.int64.map { Int($0) } ?? rows.count
    return [
      "tasks": .array(Array(rows.prefix(max(0, limit)))),
      "aggregations": .array(Self.aggregations(rows)),
    ]
  }

  private static func aggregations(_ rows: [JSONValue]) -> [JSONValue] {
    Set(rows.compactMap { $0["status"]?.string }).sorted().map { status in
      let group = rows.filter { $0["status"]?.string == status }
      let sum = group.reduce(0) { $0 + ($1["queueDuration"]?.int64 ?? 0) }
      return [
        "name": .string(status), "count": .integer(Int64(group.count)), "sum": .integer(sum),
      ]
    }
  }

  private static func sorted(_ object: JSONObject) -> String {
    JSONText.print(sorted(.object(object)))
  }

  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object):
      .object(JSONObject(object.keys.sorted().map { ($0, sorted(object[$0] ?? .null)) }))
    case .array(let items): .array(items.map(sorted))
    default: value
    }
  }
}

/// The filters of such a schema: keys of one object must all hold, null filters are ignored.
enum TaskListFilter {
  static func matches(_ task: JSONValue, _ filter: JSONValue) -> Bool {
    guard let filter = filter.object else { return true }
    return filter.members.allSatisfy { member in
      if member.value.isNull { return true }
      switch member.key {
      case "and": return (member.value.array ?? []).allSatisfy { matches(task, $0) }
      case "or": return (member.value.array ?? []).contains { matches(task, $0) }
      case "not": return !matches(task, member.value)
      default: return fits(task[member.key] ?? .null, member.value)
      }
    }
  }

  private static func fits(_ value: JSONValue, _ condition: JSONValue) -> Bool {
    (condition.object?.members ?? []).allSatisfy { member in
      switch member.key {
      case "id", "name": fits(value[member.key] ?? .null, member.value)
      default: holds(member.key, value, member.value)
      }
    }
  }

  private static func holds(_ name: String, _ value: JSONValue, _ other: JSONValue) -> Bool {
    switch name {
    case "equals": value == other
    case "notEquals": value != other
    case "in": other.array?.contains(value) ?? true
    case "startsWith": value.string?.hasPrefix(other.string ?? "") ?? false
    case "contains": value.string?.contains(other.string ?? "") ?? false
    default: compares(name, value.number?.double, other.number?.double)
    }
  }

  private static func compares(_ name: String, _ value: Double?, _ other: Double?) -> Bool {
    guard let value, let other else { return false }
    return switch name {
    case "gt": value > other
    case "gte": value >= other
    case "lt": value < other
    default: value <= other
    }
  }
}
