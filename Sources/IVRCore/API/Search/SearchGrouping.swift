import IVRLanguages

/// A field that the rows of an aggregation are grouped by.
struct SearchGroup: Hashable {
  let path: [String]
  /// The name of the variable, where it is a part of one.
  let variable: String?

  static let interval = ["intervalStartTime"]

  /// The value in a fact.
  func value(in fact: SearchFact, _ interval: SearchInterval?) -> JSONValue {
    if path == Self.interval { return interval.map { .integer($0.start(of: fact.time)) } ?? .null }
    guard let variable else { return path.reduce(fact.row) { $0[$1] ?? .null } }
    let entry = fact.row[path[0]]?.array?.first { $0["name"]?.string == variable }
    return entry?[path.last ?? ""] ?? .null
  }

  /// Puts a value at the place of the field.
  func put(_ value: JSONValue, into row: inout JSONObject) {
    Self.put(value, path[...], variable, into: &row)
  }

  private static func put(
    _ value: JSONValue, _ path: ArraySlice<String>, _ variable: String?, into row: inout JSONObject
  ) {
    guard let name = path.first else { return }
    guard path.count > 1 else {
      row[name] = value
      return
    }
    if let variable {
      var entries = row[name]?.array ?? []
      let place = entries.firstIndex { $0["name"]?.string == variable }
      var entry = place.flatMap { entries[$0].object } ?? ["name": .string(variable)]
      if path.last == "value" { entry["value"] = value }
      if let place { entries[place] = .object(entry) } else { entries.append(.object(entry)) }
      row[name] = .array(entries)
      return
    }
    let isList = name == "channelInfo" || name == "nodes"
    var inner = (isList ? row[name]?[0] : row[name])?.object ?? [:]
    put(value, path.dropFirst(), nil, into: &inner)
    row[name] = isList ? .array([.object(inner)]) : .object(inner)
  }
}

/// Groups records and works out the figures of each group.
///
/// Source: webex-search-api reference, section 6. Groups come in the order of their values, nulls
/// last.
struct SearchGrouping {
  let question: SearchQuestion
  private let groups: [SearchGroup]
  private let splitsChannels: Bool
  private let splitsNodes: Bool

  init(_ question: SearchQuestion) {
    self.question = question
    groups = question.groups
    let paths = groups.map(\.path) + question.aggregations.map(\.path)
    splitsChannels = paths.contains { $0.first == "channelInfo" }
    splitsNodes = paths.contains { $0.contains("nodes") }
  }

  /// One row for each combination of the fields that are asked for.
  func rows(_ records: [SearchRecord]) -> [(key: [JSONValue], row: JSONValue)] {
    var places: [[JSONValue]: Int] = [:]
    var keys: [[JSONValue]] = []
    var figures: [[SearchFigure]] = []
    if groups.isEmpty { add([], &places, &keys, &figures) }
    for (number, record) in records.enumerated() {
      for fact in facts(of: record, number) {
        let key = groups.map { $0.value(in: fact, question.interval) }
        if places[key] == nil { add(key, &places, &keys, &figures) }
        guard let place = places[key] else { continue }
        for (index, aggregation) in question.aggregations.enumerated() {
          figures[place][index].add(fact, aggregation)
        }
      }
    }
    let found = zip(keys, figures).map { (key: $0, row: row($0, $1)) }
    return found.enumerated().sorted { left, right in
      let order = Self.order(left.element.key, right.element.key)
      return order == 0 ? left.offset < right.offset : order < 0
    }.map(\.element)
  }

  private func add(
    _ key: [JSONValue], _ places: inout [[JSONValue]: Int], _ keys: inout [[JSONValue]],
    _ figures: inout [[SearchFigure]]
  ) {
    places[key] = keys.count
    keys.append(key)
    figures.append(question.aggregations.map { _ in SearchFigure() })
  }

  private func row(_ key: [JSONValue], _ figures: [SearchFigure]) -> JSONValue {
    var row = JSONObject()
    for (group, value) in zip(groups, key) { group.put(value, into: &row) }
    row["aggregation"] = .array(
      zip(question.aggregations, figures).map { aggregation, figure in
        ["name": .string(aggregation.name), "value": figure.value(aggregation.kind)]
      })
    return .object(row)
  }

  static func order(_ left: [JSONValue], _ right: [JSONValue]) -> Int {
    for (first, second) in zip(left, right) {
      let order = SearchSorting.compare(first, second, isAscending: true)
      if order != 0 { return order }
    }
    return 0
  }

  /// The cursor of the row of a key: its fields and values.
  func cursor(_ key: [JSONValue]) -> String {
    zip(groups, key).map { group, value in
      group.path.joined(separator: ".") + "=" + (value.string ?? JSONText.print(value))
    }.joined(separator: "::")
  }

  /// The key that a cursor names.
  func key(_ cursor: String) -> [JSONValue] {
    let texts = cursor.split(separator: "::").map { $0.drop { $0 != "=" }.dropFirst() }
    return texts.map { text in
      text == "null" ? .null : Int64(text).map { .integer($0) } ?? .string(String(text))
    }
  }
}

extension SearchGrouping {
  /// A record taken apart as far as the fields need it.
  private func facts(of record: SearchRecord, _ number: Int) -> [SearchFact] {
    let whole = SearchFact(row: record.row, time: record.time, place: [number, 0, 0])
    guard splitsChannels || splitsNodes else { return [whole] }
    guard let channels = record.row["channelInfo"]?.array else {
      return split(record.row, at: whole.place, record) { row, nodes in
        var members = row.object ?? [:]
        members["activities"] = ["nodes": nodes]
        return .object(members)
      }
    }
    return channels.enumerated().flatMap { index, channel -> [SearchFact] in
      var members = record.row.object ?? [:]
      members["channelInfo"] = channel
      return split(.object(members), at: [number, index, 0], record) { row, node in
        var members = row.object ?? [:]
        var inner = channel.object ?? [:]
        inner["activities"] = ["nodes": node]
        members["channelInfo"] = .object(inner)
        return .object(members)
      }
    }
  }

  private func split(
    _ row: JSONValue, at place: [Int], _ record: SearchRecord,
    _ holding: (JSONValue, JSONValue) -> JSONValue
  ) -> [SearchFact] {
    let owner = row["channelInfo"] ?? row
    let nodes = owner["activities"]?["nodes"]?.array ?? []
    guard splitsNodes, !nodes.isEmpty else {
      return [SearchFact(row: row, time: record.time, place: place)]
    }
    return nodes.enumerated().map { index, node in
      SearchFact(row: holding(row, node), time: record.time, place: [place[0], place[1], index])
    }
  }
}
