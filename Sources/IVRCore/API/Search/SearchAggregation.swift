import IVRLanguages

/// A figure over the records of a group.
///
/// Source: webex-search-api reference, section 6.
struct SearchAggregation {
  /// How the values become one.
  enum Kind: String {
    case count
    case min
    case max
    case sum
    case average
    case cardinality
  }

  let name: String
  let path: [String]
  let kind: Kind
  let filter: JSONValue
  let extFilter: JSONValue
  let predicate: JSONValue

  /// Reads one; throws 400 for a field that is not there or no number where one is needed.
  init(_ value: JSONValue, _ root: SearchRoot) throws(APIError) {
    let field = value["field"]?.string ?? ""
    name = value["name"]?.string ?? ""
    path = field.split(separator: ".").map(String.init)
    kind = value["type"]?.string.flatMap(Kind.init) ?? .count
    filter = value["filter"] ?? .null
    extFilter = value["extFilter"] ?? .null
    predicate = value["predicate"] ?? .null
    guard let found = root.field(path), case .leaf(let type) = found.shape else {
      let hint = Suggestions.hint(for: field, in: root.paths)
      throw APIError(400, "The aggregation \"\(name)\" has no field \"\(field)\"\(hint).")
    }
    let isNumber = ["Int", "Long", "Float"].contains(type)
    guard isNumber || kind == .count || kind == .cardinality else {
      throw APIError(400, "\(kind.rawValue) needs a number; \"\(field)\" is \(type).")
    }
    guard found.isAggregatable else {
      throw APIError(400, "\"\(field)\" cannot be aggregated.")
    }
  }

  /// All filters.
  var filters: [JSONValue] { [filter, extFilter, predicate] }

  /// The values of a fact; several only of variables.
  func values(in fact: SearchFact) -> [JSONValue] {
    guard let family = path.first, family.hasSuffix("GlobalVariables"), path.count == 2 else {
      let value = path.reduce(fact.row) { $0[$1] ?? .null }
      return value.isNull ? [] : [value]
    }
    let entries = fact.row[family]?.array ?? []
    return entries.filter { SearchFilter.accepts(JSONValue(family, $0), predicate) }
      .compactMap { $0[path[1]] }.filter { !$0.isNull }
  }

  /// Whether a fact counts.
  func accepts(_ fact: SearchFact) -> Bool {
    let isVariable = path.first?.hasSuffix("GlobalVariables") == true
    return SearchFilter.accepts(fact.row, filter) && SearchFilter.accepts(fact.row, extFilter)
      && (isVariable || SearchFilter.accepts(fact.row, predicate))
  }

  /// Where the field is: the same value of a record must not count once for each activity.
  var depth: Int { path.contains("nodes") ? 2 : path.first == "channelInfo" ? 1 : 0 }
}

extension JSONValue {
  /// An object of one member.
  fileprivate init(_ key: String, _ value: JSONValue) { self = .object(JSONObject([(key, value)])) }
}

/// The values of one figure so far.
struct SearchFigure {
  private var count: Int64 = 0
  private var sum = 0.0
  private var least = Double.infinity
  private var most = -Double.infinity
  private var distinct: Set<JSONValue> = []
  private var last: [Int] = []

  /// Adds the values of a fact.
  mutating func add(_ fact: SearchFact, _ aggregation: SearchAggregation) {
    guard aggregation.accepts(fact) else { return }
    let place = Array(fact.place.prefix(aggregation.depth + 1))
    guard aggregation.depth == 2 || place != last else { return }
    last = place
    for value in aggregation.values(in: fact) {
      count += 1
      if aggregation.kind == .cardinality { distinct.insert(value) }
      guard let number = value.number?.double else { continue }
      sum += number
      least = Swift.min(least, number)
      most = Swift.max(most, number)
    }
  }

  /// The figure; null where there was nothing to make it of.
  func value(_ kind: SearchAggregation.Kind) -> JSONValue {
    switch kind {
    case .count: return .number(JSONNumber(Double(count)))
    case .cardinality: return .number(JSONNumber(Double(distinct.count)))
    case .min, .max, .sum, .average: break
    }
    guard count > 0 else { return .null }
    switch kind {
    case .min: return .number(JSONNumber(least))
    case .max: return .number(JSONNumber(most))
    case .average: return .number(JSONNumber(sum / Double(count)))
    case .sum, .count, .cardinality: return .number(JSONNumber(sum))
    }
  }
}

/// A record, or one of its activities with what surrounds it.
struct SearchFact {
  let row: JSONValue
  /// When the record began or ended.
  let time: Int64
  /// The numbers of the record, its channel and its activity.
  let place: [Int]
}
