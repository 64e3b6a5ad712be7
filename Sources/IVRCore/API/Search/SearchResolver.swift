import IVRLanguages

/// A record of Search: what the query asks of it, and when it began or ended.
struct SearchRecord {
  var row: JSONValue
  let time: Int64
  /// The task, where it is one.
  var task: TaskID?
  /// The name that a cursor may have.
  var name = ""
}

/// Gives the fields of the Search schema their values.
///
/// A class, because it notes what it found while the query is executed.
final class SearchResolver: GraphQLResolver {
  private let state: EngineState
  private let world: World
  /// The tasks that were found, in the order of the answer.
  private(set) var matched: [TaskID] = []
  /// Why the whole request is refused, where it is.
  private(set) var refusal: APIError?

  init(state: EngineState, world: World) {
    self.state = state
    self.world = world
  }

  func isMember(_ field: String, of parentType: String) -> Bool {
    parentType != "Query" && SearchResolver.plain.contains(field)
  }

  /// Fields that are always the member of their name: values of all records.
  private static let plain = Set(
    SearchRoot.allCases.flatMap { root in
      root.paths.map { String($0.split(separator: ".").last ?? "") }
    })

  func value(of field: GraphQLFieldContext) throws(GraphQLFieldError) -> JSONValue {
    if let root = SearchRoot(rawValue: field.name), field.parentType == "Query" {
      return try answer(root, field)
    }
    let value = field.parentMember
    if field.name == "activities" { return page(of: value, field.arguments) }
    if field.name.hasSuffix("GlobalVariables") {
      let name = field.arguments["name"]?.string
      return value.array?.first { $0["name"]?.string == name } ?? .object([:])
    }
    if field.name == "aggregation" { return value.isNull ? .array([]) : value }
    if field.name == "intervalInfo" || field.name == "channelInfo" || field.name == "nodes" {
      return value
    }
    // An object whose parts are not known is an object of nulls, not null.
    return value.isNull && !field.selection().isEmpty ? .object([:]) : value
  }

  private func answer(
    _ root: SearchRoot, _ field: GraphQLFieldContext
  ) throws(GraphQLFieldError) -> JSONValue {
    do throws(APIError) {
      let question = try SearchQuestion(root, field, now: state.now)
      let answer = try SearchAnswer(question, state: state, world: world)
      matched += answer.matched
      return answer.json
    } catch {
      refusal = error
      throw GraphQLFieldError(error.description)
    }
  }

  /// A page of the activities of a record, the newest first.
  ///
  /// Source: webex-search-api reference, section 5, "Inner paging".
  private func page(of value: JSONValue, _ arguments: JSONObject) -> JSONValue {
    let nodes = value["nodes"]?.array ?? []
    let after = arguments["after"]?.string.flatMap { Int64($0) }
    let rest = nodes.filter { node in
      guard let after, let time = (node["createdTime"] ?? node["startTime"])?.int64 else {
        return true
      }
      return time < after
    }
    let size = min(100, max(1, Int(arguments["first"]?.int64 ?? 25)))
    let shown = rest.prefix(size)
    let hasMore = rest.count > size
    let last = shown.last.flatMap { $0["createdTime"] ?? $0["startTime"] }?.int64
    return [
      "totalCount": .integer(Int64(nodes.count)), "nodes": .array(Array(shown)),
      "pageInfo": [
        "hasNextPage": .bool(hasMore),
        "endCursor": hasMore ? last.map { .string(String($0)) } ?? .null : .null,
      ],
    ]
  }
}
