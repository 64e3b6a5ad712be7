import IVRLanguages

/// The schema of the Search API, made from the table of fields.
///
/// Source: webex-search-api reference, sections 2, 4 and 7.1.
enum SearchSchema {
  static let compiled: Result<GraphQLSchema, GraphQLError> = compile()

  private static func compile() -> Result<GraphQLSchema, GraphQLError> {
    let rules = GraphQLScalarRules(["Long": .lenientLong, "JSON": .json], enumsTakeStrings: true)
    do throws(GraphQLError) {
      return .success(try GraphQLSchema(sdl: text, scalars: rules))
    } catch {
      return .failure(error)
    }
  }

  /// The schema.
  ///
  /// A fault in it is answered like a fault of the server.
  static func schema() throws(APIError) -> GraphQLSchema {
    do {
      return try compiled.get()
    } catch {
      throw APIError(500, "The schema of Search is faulty: \(error.message)")
    }
  }

  /// The schema in the schema definition language.
  static let text = """
    scalar Long
    scalar JSON
    enum SortOrder { asc desc }
    enum QueryTimeType { createdTime endedTime }
    enum ChannelTypes { telephony chat email social workItem custom_messaging }
    input Pagination { cursor: String }
    type PageInfo { hasNextPage: Boolean endCursor: String }
    input StringFilter { equals: String notequals: String match: String contains: String }
    input LongFilter { equals: Long notequals: Long gt: Long gte: Long lt: Long lte: Long }
    input IntFilter { equals: Long notequals: Long gt: Long gte: Long lt: Long lte: Long }
    input FloatFilter { equals: Float notequals: Float gt: Float gte: Float lt: Float lte: Float }
    input BooleanFilter { equals: Boolean notequals: Boolean }
    input ChannelTypesFilter { equals: ChannelTypes notequals: ChannelTypes }
    type Query {
      task(from: Long!, to: Long!, timeComparator: QueryTimeType, filter: TaskFilters,
        pagination: Pagination): TaskList
      taskDetails(from: Long!, to: Long!, timeComparator: QueryTimeType,
        filter: TaskDetailsFilters, pagination: Pagination): TaskDetailsList
    }
    type TaskList { tasks: [Task] pageInfo: PageInfo }
    type TaskDetailsList { tasks: [TaskDetails] pageInfo: PageInfo }
    type Task { \(outputFields) }
    type TaskDetails { \(outputFields) }
    input TaskFilters { and: [TaskFilters] or: [TaskFilters] not: TaskFilters \(filterFields) }
    input TaskDetailsFilters {
      and: [TaskDetailsFilters] or: [TaskDetailsFilters] not: TaskDetailsFilters \(filterFields)
    }
    \(objectTypes)
    """

  private static let outputFields =
    SearchFields.leaves.map { "\($0.name)(sort: SortOrder): \($0.type)" }
    .joined(separator: " ") + " "
    + SearchFields.objects.map { "\($0.name): \($0.typeName)" }.joined(separator: " ")

  private static let filterFields =
    SearchFields.leaves.map { "\($0.name): \($0.type)Filter" }
    .joined(separator: " ") + " "
    + SearchFields.objects.map { "\($0.name): \($0.typeName)Filter" }.joined(separator: " ")

  /// For each object its type, the filter by parts, and the parts that its operators compare.
  private static let objectTypes = SearchFields.objects.map { object in
    let name = object.typeName
    let parts = object.fields.map { "\($0.name): \($0.type)" }.joined(separator: " ")
    let sortable = object.fields.map { "\($0.name)(sort: SortOrder): \($0.type)" }
      .joined(separator: " ")
    let filters = object.fields.map { "\($0.name): \($0.type)Filter" }.joined(separator: " ")
    return """
      type \(name) { \(sortable) }
      input \(name)Values { \(parts) }
      input \(name)Filter { equals: \(name)Values notequals: \(name)Values \(filters) }
      """
  }.joined(separator: "\n")
}
