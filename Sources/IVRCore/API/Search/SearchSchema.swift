import IVRLanguages

/// The schema of the Search API, made from the dictionary of fields.
///
/// Source: webex-search-api reference, sections 2, 4 and 7.
/// Differs from the product: every value of a list of records can be sorted by.
enum SearchSchema {
  static let compiled: Result<GraphQLSchema, GraphQLError> = compile()

  private static func compile() -> Result<GraphQLSchema, GraphQLError> {
    let rules = GraphQLScalarRules(
      ["Long": .lenientLong, "JSON": .json, "AgentState": agentState], enumsTakeStrings: true)
    do throws(GraphQLError) {
      return .success(try GraphQLSchema(sdl: text, scalars: rules))
    } catch {
      return .failure(error)
    }
  }

  /// The words for what agents do: `idle` unquoted, or any text, since some have hyphens.
  private static let agentState = GraphQLScalar(
    expectation: "a state of agents",
    literal: { literal, _ in
      switch literal.kind {
      case .enumeration(let word), .string(let word, _): .string(word)
      default: nil
      }
    },
    input: { $0.string.map { .string($0) } }, output: { $0.string.map { .string($0) } })

  /// The schema; without introspection unless the lab has it on.
  ///
  /// A fault in it is answered like a fault of the server.
  static func schema(hasIntrospection: Bool = true) throws(APIError) -> GraphQLSchema {
    do {
      var schema = try compiled.get()
      schema.hasIntrospection = hasIntrospection
      return schema
    } catch {
      throw APIError(500, "The schema of Search is faulty: \(error.message)")
    }
  }

  /// The schema in the schema definition language.
  static let text =
    ([common] + SearchRoot.allCases.map(root) + [query] + parts).joined(separator: "\n")

  private static let common = """
    scalar Long
    scalar JSON
    scalar AgentState
    enum SortOrder { asc desc }
    enum QueryTimeType { createdTime endedTime }
    enum ChannelTypes { telephony chat email social workItem custom_messaging }
    enum AggregationType { count min max sum average cardinality }
    enum IntervalType { FIFTEEN_MINUTES THIRTY_MINUTES HOURLY DAILY WEEKLY MONTHLY }
    input Pagination { cursor: String }
    input IntervalData { interval: IntervalType! timezone: String }
    type PageInfo { hasNextPage: Boolean endCursor: String }
    type IntervalInfo { interval: IntervalType timezone: String }
    type Aggregation { name: String value: Float }
    input StringExpression { equals: String notequals: String match: String contains: String }
    input LongExpression { equals: Long notequals: Long gt: Long gte: Long lt: Long lte: Long }
    input IntExpression { equals: Long notequals: Long gt: Long gte: Long lt: Long lte: Long }
    input FloatExpression { equals: Float notequals: Float gt: Float gte: Float lt: Float lte: Float }
    input BooleanExpression { equals: Boolean notequals: Boolean }
    input ChannelTypeExpression { equals: ChannelTypes notequals: ChannelTypes }
    input AgentStateExpression { equals: AgentState notequals: AgentState }
    input SkillExpression { id: StringExpression name: StringExpression type: StringExpression
      intVal: IntExpression textVal: StringExpression boolVal: BooleanExpression
      enumVal: StringExpression }
    enum TaskAggregationField { \(leafNames) }
    input TaskAggregation { field: TaskAggregationField! type: AggregationType! name: String! }
    input TaskAggregationFilters { aggr: [TaskAggregation] }
    """

  private static let leafNames =
    SearchDictionary.taskFields.filter { $0.parts.isEmpty }.map(\.name).joined(separator: " ")

  /// The list, the record, the filters and the aggregation of a root.
  private static func root(_ root: SearchRoot) -> String {
    let (list, record) = root.typeNames
    let (filter, details, aggregation) = root.inputNames
    var lines = [
      "type \(list) { \(root.listName): [\(record)] pageInfo: PageInfo intervalInfo: IntervalInfo }",
      "type \(record) { \(outputs(root.fields)) aggregation: [Aggregation]"
        + " intervalStartTime(sort: SortOrder): Long }",
      filters(filter, root.fields.filter { $0.name != "activities" }),
    ]
    if let details {
      lines.append(filters(details, root.fields.filter(\.holdsActivities), inside: details))
    }
    if root != .task {
      let extra = details.map { " extFilter: \($0)" } ?? ""
      lines.append(
        "input \(aggregation) { field: String! type: AggregationType! name: String!"
          + " filter: \(filter) predicate: \(filter)\(extra) }")
    }
    return lines.joined(separator: "\n")
  }

  private static let query =
    "type Query { "
    + SearchRoot.allCases.map { root in
      let names = root.inputNames
      let comparator = root == .agentSession ? "" : " timeComparator: QueryTimeType"
      let details = names.details.map { " extFilter: \($0)" } ?? ""
      let old = root == .task ? " aggregation: TaskAggregationFilters" : ""
      return "\(root)(from: Long! to: Long!\(comparator) filter: \(names.filter)\(details)\(old)"
        + " aggregations: [\(names.aggregation)] aggregationInterval: IntervalData"
        + " pagination: Pagination): \(root.typeNames.list)"
    }.joined(separator: " ") + " }"

  /// The types of objects, each once.
  private static let parts: [String] = {
    var seen: Set<String> = []
    var lines: [String] = []
    for root in SearchRoot.allCases { collect(root.fields, &seen, &lines) }
    return lines
  }()
}
