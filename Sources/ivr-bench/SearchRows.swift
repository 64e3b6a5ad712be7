import Foundation
import IVRLanguages

/// Rows 8 and 9: a search from the text of its query to the text of its answer.
enum SearchRows {
  private static let schema = """
    scalar Long
    enum Channel { telephony chat email social }
    input StringFilter { equals: String notequals: String }
    input ChannelFilter { equals: Channel }
    input TaskFilters {
      and: [TaskFilters] or: [TaskFilters] not: TaskFilters
      channelType: ChannelFilter status: StringFilter
    }
    type Named { id: String name: String }
    type Task {
      id: String status: String channelType: String createdTime: Long endedTime: Long
      isActive: Boolean direction: String origin: String queueDuration: Long
      lastQueue: Named lastAgent: Named
    }
    type PageInfo { hasNextPage: Boolean endCursor: String }
    type TaskList { tasks: [Task] pageInfo: PageInfo }
    type Query { task(from: Long!, to: Long!, filter: TaskFilters): TaskList }
    """

  private static let query = """
    query Search($from: Long!, $to: Long!) { task(from: $from, to: $to, filter: { and: [{ or: [\
    { channelType: { equals: telephony } }, { channelType: { equals: chat } }, \
    { channelType: { equals: email } }, { channelType: { equals: social } }] }, \
    { not: { status: { equals: "nope" } } }] }) { tasks { id status channelType createdTime \
    endedTime isActive direction origin queueDuration lastQueue { id name } lastAgent { id name } } \
    pageInfo { hasNextPage endCursor } } }
    """

  static func rows(_ document: SearchDocument) throws -> [BenchmarkRow] {
    [
      try row(8, document, until: 1_700_009_999_999, hits: 1_000, goal: 50, label: "1000 of 1000"),
      try row(9, document, until: 1_700_000_009_999, hits: 10, goal: 100, label: "10 of 1000"),
    ]
  }

  private static func row(
    _ number: Int, _ document: SearchDocument, until end: Int64, hits: Int, goal: Double,
    label: String
  ) throws -> BenchmarkRow {
    let schema = try GraphQLSchema(
      sdl: schema, scalars: GraphQLScalarRules(["Long": .lenientLong]))
    let resolver = TaskResolver(rows: document.tasks.map { TaskRow($0) })
    let variables: JSONObject = ["from": 1_700_000_000_000, "to": .integer(end)]
    let answer = {
      let request = GraphQLRequest(query: query, variables: variables)
      return GraphQL.executeText(request, schema: schema, resolver: resolver).data ?? ""
    }
    let first = answer()
    let found = try JSONText.parse(first)["task"]?["tasks"]?.array
    guard found?.count == hits, found?.last?["lastQueue"]?.object?.count == 2 else {
      throw BenchmarkError.wrongResult("GraphQL search, \(label)")
    }
    return .rate(
      number, "GraphQL search, \(label) tasks", unit: "queries/s", goal: .timesPeer(goal),
      peer: "GraphQL search, \(label) tasks, graphql-core", isRight: { isSame($0, first) },
      work: answer)
  }

  /// Whether two texts are the same bytes; comparing them as texts would cost more than the answer.
  private static func isSame(_ text: String, _ other: String) -> Bool {
    var (text, other) = (text, other)
    return text.withUTF8 { bytes in
      other.withUTF8 { others in
        guard let start = bytes.baseAddress, let otherStart = others.baseAddress else {
          return false
        }
        return bytes.count == others.count && memcmp(start, otherStart, bytes.count) == 0
      }
    }
  }
}
