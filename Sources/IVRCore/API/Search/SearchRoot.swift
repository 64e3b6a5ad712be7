/// The four questions that Search answers.
///
/// Source: webex-search-api reference, section 2.
enum SearchRoot: String, CaseIterable, Sendable {
  case task
  case taskDetails
  case agentSession
  case taskLegDetails

  /// The field of the list of records.
  var listName: String {
    switch self {
    case .task, .taskDetails: "tasks"
    case .agentSession: "agentSessions"
    case .taskLegDetails: "taskLegs"
    }
  }

  /// The type of the answer, and of one record.
  var typeNames: (list: String, record: String) {
    switch self {
    case .task: ("TaskList", "Task")
    case .taskDetails: ("TaskDetailsList", "TaskDetails")
    case .agentSession: ("AgentSessions", "AgentSession")
    case .taskLegDetails: ("TaskLegDetailsList", "TaskLeg")
    }
  }

  /// The types of the filters, and of an aggregation.
  var inputNames: (filter: String, details: String?, aggregation: String) {
    switch self {
    case .task: ("TaskFilters", nil, "TaskV2Aggregation")
    case .taskDetails: ("TaskDetailsFilters", "TaskDetailsSpecificFilters", "TaskV2Aggregation")
    case .agentSession:
      ("AgentSessionFilters", "AgentSessionSpecificFilters", "AgentSessionV2Aggregation")
    case .taskLegDetails: ("TaskLegDetailsFilters", nil, "TaskLegV2Aggregation")
    }
  }

  /// The fields of a record.
  var fields: [SearchField] {
    switch self {
    case .task: SearchDictionary.taskFields
    case .taskDetails: SearchDictionary.detailFields
    case .agentSession: SearchDictionary.sessionFields
    case .taskLegDetails: SearchDictionary.legFields
    }
  }

  /// Records on a page of raw data.
  ///
  /// Source: webex-search-api reference, section 5.
  var pageSize: Int { self == .taskLegDetails ? 500 : 250 }

  /// The field of a path such as `lastQueue.id`; nil where there is none.
  func field(_ path: [String]) -> SearchField? {
    var fields = fields
    var found: SearchField?
    for name in path {
      guard let next = fields.first(where: { $0.name == name }) else { return nil }
      found = next
      fields = next.parts
    }
    return found
  }

  /// The paths of all values, for suggestions.
  var paths: [String] { Self.paths(fields, "") }

  private static func paths(_ fields: [SearchField], _ place: String) -> [String] {
    fields.flatMap { field in
      field.parts.isEmpty
        ? [place + field.name] : paths(field.parts, place + field.name + ".")
    }
  }
}
