import IVRLanguages

/// The answer to one root field: rows, the page they are on, the interval.
struct SearchAnswer {
  /// The value of the root field.
  private(set) var json: JSONValue = .null
  /// The tasks on the page.
  private(set) var matched: [TaskID] = []

  private let question: SearchQuestion

  /// The rows on a page of an aggregation, and how far paging reaches.
  ///
  /// Source: webex-search-api reference, section 5.
  private static let groupsOnPage = 1_000
  private static let furthest = 100_000
  /// So many records are looked through for a page of those with certain activities.
  private static let longestScan = 2_500

  /// Answers a question; throws 413 where activities would have to be looked for in too many records.
  init(_ question: SearchQuestion, state: EngineState, world: World) throws(APIError) {
    self.question = question
    let source = SearchSource(question: question, state: state, world: world)
    let records = try narrowed(source.records())
    if question.isAggregated {
      answer(groups: SearchGrouping(question), records)
    } else {
      answer(rows: SearchSorting(question.selection).sorted(records))
    }
  }

  private func narrowed(_ records: [SearchRecord]) throws(APIError) -> [SearchRecord] {
    guard !(question.extFilter.object?.isEmpty ?? true) else { return records }
    var kept: [SearchRecord] = []
    for (count, record) in records.enumerated() {
      if count == Self.longestScan, kept.count < question.root.pageSize, !question.isAggregated {
        throw APIError(
          413, "The first \(Self.longestScan) records do not fill a page; narrow the filter.")
      }
      guard let row = SearchFilter.narrowed(record.row, question.extFilter) else { continue }
      var record = record
      record.row = row
      kept.append(record)
    }
    return kept
  }

  private mutating func answer(rows: [SearchRecord]) {
    let size = question.root.pageSize
    let start = min(place(of: question.cursor, in: rows), rows.count)
    let shown = rows[start..<min(start + size, rows.count)]
    matched = shown.compactMap(\.task)
    let isLast = start + size >= rows.count || start + size >= Self.furthest
    let next =
      question.root == .agentSession ? shown.last?.name ?? "" : String((start + size) / size)
    finish(shown.map(\.row), next: isLast ? nil : next)
  }

  /// Cursors are numbers of pages; of agent sessions the last session.
  private func place(of cursor: String?, in rows: [SearchRecord]) -> Int {
    guard let cursor, !cursor.isEmpty, cursor != "NA" else { return 0 }
    if question.root == .agentSession, let last = rows.firstIndex(where: { $0.name == cursor }) {
      return last + 1
    }
    guard let page = Int(cursor), page > 0 else { return 0 }
    return page > Self.furthest ? rows.count : page * question.root.pageSize
  }

  private mutating func answer(groups: SearchGrouping, _ records: [SearchRecord]) {
    let sorting = SearchSorting(question.selection)
    let rows = sorting.sorted(groups.rows(records)) { $0.row }
    var start = 0
    if let cursor = question.cursor, cursor.contains("=") {
      let named = groups.key(cursor)
      start =
        rows.firstIndex { groups.cursor($0.key) == cursor }.map { $0 + 1 }
        ?? rows.firstIndex { SearchGrouping.order($0.key, named) > 0 } ?? rows.count
    }
    let end = min(start + Self.groupsOnPage, rows.count)
    let shown = rows[start..<end]
    finish(
      shown.map(\.row), next: end < rows.count ? shown.last.map { groups.cursor($0.key) } : nil)
  }

  private mutating func finish(_ rows: [JSONValue], next: String?) {
    let info: JSONValue =
      question.interval.map {
        ["interval": .string($0.name), "timezone": .string($0.zoneName)]
      } ?? .null
    let page: JSONValue = [
      "hasNextPage": .bool(next != nil), "endCursor": next.map { .string($0) } ?? .null,
    ]
    json = .object(
      JSONObject([
        (question.root.listName, .array(rows)), ("pageInfo", page), ("intervalInfo", info),
      ]))
  }
}
