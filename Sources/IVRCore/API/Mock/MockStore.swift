public import IVRLanguages

/// Collections of JSON objects at an address that the lab does not serve: list with filters, get,
/// create, change and delete, as hosted mock APIs have them.
///
/// Source: webex-missions reference, "Mock configuration API" (a JSON array answers
/// `DynVars?dn=…`). The rest is our choice.
public struct MockStore: Hashable, Sendable {
  /// A collection at the start of a run.
  public struct Collection: Hashable, Sendable {
    /// The name, the last part of its address.
    public var name: String
    /// The objects, in order.
    public var rows: [JSONObject]
  }

  /// The address before the collections' names, without a slash at its end.
  public var url: String
  /// The collections.
  public var collections: [Collection]
  /// How long an answer takes.
  public var latency: MockLatency
  /// What goes wrong.
  public var fault: MockFault?
}

extension MockStore {
  /// What an address below the store's names: a collection, and perhaps an object of it.
  func parts(of url: URLParts) -> (collection: String, row: String?)? {
    guard url.base.hasPrefix(self.url + "/") else { return nil }
    let words = url.base.dropFirst(self.url.count + 1)
      .split(separator: "/", omittingEmptySubsequences: false)
    guard let first = words.first, words.count <= 2 else { return ("", nil) }
    let row = words.count == 2 && !words[1].isEmpty ? PercentEncoding.decode(String(words[1])) : nil
    return (PercentEncoding.decode(String(first)), row)
  }
}

/// A collection while the lab runs.
struct MockCollection: Identifiable, Codable, Hashable, Sendable {
  /// The store's place in the lab document and the collection's name.
  let id: String
  /// The objects, each with an `id`.
  var rows: [JSONValue]

  /// More objects than these are not kept.
  static let mostRows = 1_000
  /// The longest object that is taken, in bytes.
  static let longestRow = 65_536
}

extension MockCollection {
  /// Answers a request for the collection, or for the object of an id.
  mutating func answer(_ request: HTTPRequest, row id: String?) -> HTTPResponse {
    if let id { return answer(request, id) }
    switch request.method {
    case "GET": return .json(.array(selected(URLParts(request.url).query)))
    case "POST": return create(request)
    default: return .json("Not allowed", status: 405)
    }
  }

  private mutating func answer(_ request: HTTPRequest, _ id: String) -> HTTPResponse {
    guard let place = rows.firstIndex(where: { $0["id"]?.flowText == id }) else {
      return .json("Not found", status: 404)
    }
    switch request.method {
    case "GET": return .json(rows[place])
    case "DELETE": return .json(rows.remove(at: place))
    case "PUT", "PATCH":
      guard let changes = Self.object(request), var object = rows[place].object else {
        return .json("The body is no object of at most 64 kB", status: 400)
      }
      for member in changes.members where member.key != "id" { object[member.key] = member.value }
      rows[place] = .object(object)
      return .json(rows[place])
    default: return .json("Not allowed", status: 405)
    }
  }

  private mutating func create(_ request: HTTPRequest) -> HTTPResponse {
    guard rows.count < Self.mostRows else {
      return .json("The collection is full", status: 400)
    }
    guard var object = Self.object(request) else {
      return .json("The body is no object of at most 64 kB", status: 400)
    }
    object["id"] = .string(nextID)
    rows.append(.object(object))
    return .json(.object(object), status: 201)
  }

  private var nextID: String {
    let last = rows.compactMap { $0["id"]?.flowText }.compactMap { Int64($0) }.max() ?? 0
    return String(last < .max ? last + 1 : last)
  }

  private static func object(_ request: HTTPRequest) -> JSONObject? {
    guard request.body.utf8.count <= longestRow else { return nil }
    return (try? JSONText.parse(request.body))?.object
  }

  /// The objects that a query asks for.
  ///
  /// `search` looks into every value; `sortBy` and `order`, `page` and `limit` do what they say; each
  /// other name is a member that must have exactly that value.
  func selected(_ query: [(name: String, value: String)]) -> [JSONValue] {
    var found = rows
    var wishes: [String: String] = [:]
    for pair in query {
      if Self.wishNames.contains(pair.name) {
        wishes[pair.name] = pair.value
      } else {
        found = found.filter { $0[pair.name]?.flowText == pair.value }
      }
    }
    if let text = wishes["search"]?.lowercased() {
      found = found.filter { row in
        row.object?.values.contains { $0.flowText.lowercased().contains(text) } == true
      }
    }
    if let name = wishes["sortBy"] {
      found = Self.sorted(found, by: name, isDescending: wishes["order"] == "desc")
    }
    return Self.page(found, wishes)
  }

  private static let wishNames = ["search", "sortBy", "order", "page", "limit"]

  private static func page(_ rows: [JSONValue], _ wishes: [String: String]) -> [JSONValue] {
    guard let limit = wishes["limit"].flatMap({ Int($0) }), limit > 0 else { return rows }
    let page = max(1, wishes["page"].flatMap { Int($0) } ?? 1) - 1
    let (start, isTooFar) = page.multipliedReportingOverflow(by: limit)
    return isTooFar ? [] : Array(rows.dropFirst(start).prefix(limit))
  }

  private static func sorted(
    _ rows: [JSONValue], by name: String, isDescending: Bool
  ) -> [JSONValue] {
    let keys = rows.map { $0[name]?.flowText ?? "" }
    let order = rows.indices.sorted { left, right in
      let isLess = precedes(keys[left], keys[right])
      let isGreater = precedes(keys[right], keys[left])
      if !isLess && !isGreater { return left < right }
      return isDescending ? isGreater : isLess
    }
    return order.map { rows[$0] }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    switch (Double(left), Double(right)) {
    case (let first?, let second?): first < second
    case (nil, _?): false
    case (_?, nil): true
    case (nil, nil): left < right
    }
  }
}
