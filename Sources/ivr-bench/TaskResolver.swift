import IVRLanguages

/// A task with the fields that the filter looks at as Swift values, as the engine keeps them.
struct TaskRow {
  let json: JSONValue
  let createdTime: Int64
  let channelType: String
  let status: String

  init(_ json: JSONValue) {
    self.json = json
    createdTime = json["createdTime"]?.int64 ?? 0
    channelType = json["channelType"]?.string ?? ""
    status = json["status"]?.string ?? ""
  }
}

/// A condition on a task, made of the query's filter once for all tasks.
private indirect enum TaskFilter {
  case and([TaskFilter])
  case or([TaskFilter])
  case not(TaskFilter)
  case channelType(String, isEqual: Bool)
  case status(String, isEqual: Bool)

  init(_ filter: JSONObject) {
    self = .and(filter.members.flatMap { Self.parts($0.key, $0.value) })
  }

  private static func parts(_ key: String, _ value: JSONValue) -> [TaskFilter] {
    let inner = (value.array ?? [value]).compactMap { $0.object }
    switch key {
    case "and": return [.and(inner.map { TaskFilter($0) })]
    case "or": return [.or(inner.map { TaskFilter($0) })]
    case "not": return inner.map { .not(TaskFilter($0)) }
    default:
      let conditions = inner.first?.members ?? []
      return conditions.map { condition in
        let (text, isEqual) = (condition.value.string ?? "", condition.key == "equals")
        return key == "status"
          ? .status(text, isEqual: isEqual) : .channelType(text, isEqual: isEqual)
      }
    }
  }

  func takes(_ row: TaskRow) -> Bool {
    switch self {
    case .and(let parts): parts.allSatisfy { $0.takes(row) }
    case .or(let parts): parts.contains { $0.takes(row) }
    case .not(let part): !part.takes(row)
    case .channelType(let text, let isEqual): (row.channelType == text) == isEqual
    case .status(let text, let isEqual): (row.status == text) == isEqual
    }
  }
}

/// Searches the tasks from first to last, as the peer's resolver does.
struct TaskResolver: GraphQLResolver {
  let rows: [TaskRow]

  func isMember(_ field: String, of parentType: String) -> Bool { parentType != "Query" }

  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    let low = field.arguments["from"]?.int64 ?? .min
    let high = field.arguments["to"]?.int64 ?? .max
    let filter = TaskFilter(field.arguments["filter"]?.object ?? [:])
    var found: [JSONValue] = []
    for row in rows where low <= row.createdTime && row.createdTime <= high && filter.takes(row) {
      found.append(row.json)
    }
    return ["tasks": .array(found), "pageInfo": ["hasNextPage": false, "endCursor": nil]]
  }
}
