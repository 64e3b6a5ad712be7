import IVRLanguages

extension RouteFamily {
  /// What stands in for hosts outside: its list, its log and its faults; any token of the lab will do.
  static let mockServer = RouteFamily(
    name: "Mock server",
    routes: [
      Route("GET", "/mock", "Lists the mocks and stores with their hits.", MockEndpoint.list)
        .telling(.json(MockShapes.list)),
      Route(
        "GET", "/mock/hits", "Lists the requests that left for hosts outside.",
        query: [
          .optional("limit", .whole(1...1_000)), .optional("url", .text(limit: 2_048)),
          .optional("target", .text(limit: 64)),
        ], MockEndpoint.hits
      ).telling(.json(MockShapes.hits)),
      Route("DELETE", "/mock/hits", "Empties that list.", success: 204, MockEndpoint.clear),
      Route(
        "POST", "/mock/faults", "Makes a mock fail, or well again.",
        body: MockShapes.order, MockEndpoint.fault
      ).telling(.json(MockShapes.set), refusals: [404]),
    ],
    authorize: Authorization.user, isWithoutHost: true)
}

/// The mock server's own routes.
enum MockEndpoint {
  static func list(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let book = engine.state.mocks
    let mocks = engine.world.lab.mocks.enumerated().map { place, mock -> JSONValue in
      card(
        mock.url, MockTarget.ready(place).name, mock.fault, book, ["method": .string(mock.method)])
    }
    let stores = engine.world.lab.mockStores.enumerated().map { place, store -> JSONValue in
      let counts = store.collections.map { collection in
        let rows = book.collections[MockBook.id(place, collection.name)]?.rows.count ?? 0
        return (collection.name, JSONValue.integer(Int64(rows)))
      }
      let name = MockTarget.store(place, collection: "", row: nil).name
      return card(store.url, name, store.fault, book, ["collections": .object(JSONObject(counts))])
    }
    return .json(["mocks": .array(mocks), "mockStores": .array(stores)])
  }

  private static func card(
    _ url: String, _ name: String, _ written: MockFault?, _ book: MockBook, _ more: JSONObject
  ) -> JSONValue {
    let count = book.counts[name]
    let fault = count?.fault ?? (count?.isMended == true ? nil : written)
    var object: JSONObject = [
      "target": .string(name), "url": .string(url), "hits": .integer(Int64(count?.hits ?? 0)),
      "fault": fault?.json ?? .null,
    ]
    for member in more.members { object[member.key] = member.value }
    return .object(object)
  }

  static func hits(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let wished = call.query["url"]?.string
    let target = call.query["target"]?.string
    let found = engine.state.mocks.hits.filter { hit in
      (wished.map { hit.url.contains($0) } ?? true) && (target.map { hit.target == $0 } ?? true)
    }
    let shown = found.suffix(Int(call.query["limit"]?.int64 ?? 100))
    return .json([
      "total": .integer(Int64(engine.state.mocks.total)), "hits": .array(shown.map(\.json)),
    ])
  }

  static func clear(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    engine.state.mocks.clearHits()
    return .empty(204)
  }

  static func fault(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let url = call.body["url"]?.string ?? ""
    var fault: MockFault?
    if call.body["kind"]?.string != "none" {
      do throws(MockFaultProblem) {
        fault = try MockFault(call.body)
      } catch {
        throw APIError(400, error.message)
      }
    }
    if url == WebCallbackPath.path {
      engine.set(.webCallbackDown(fault != nil))
    } else {
      engine.state.mocks.set(fault, for: try target(url, engine.world.lab))
    }
    return .json(["url": .string(url), "fault": fault?.json ?? .null])
  }

  private static func target(_ url: String, _ lab: Lab) throws(APIError) -> String {
    if let place = lab.mocks.firstIndex(where: { $0.url == url }) {
      return MockTarget.ready(place).name
    }
    if let place = lab.mockStores.firstIndex(where: { $0.url == url }) {
      return MockTarget.store(place, collection: "", row: nil).name
    }
    let known = lab.mocks.map(\.url) + lab.mockStores.map(\.url)
    throw APIError(404, "There is no mock at \(url)" + Suggestions.hint(for: url, in: known) + ".")
  }
}

extension MockHit {
  var json: JSONValue {
    [
      "number": .integer(Int64(number)), "time": .integer(time.milliseconds),
      "origin": .string(origin), "taskId": task.map { .string($0.rawValue) } ?? .null,
      "method": .string(method), "url": .string(url), "body": .string(body),
      "target": .string(target), "status": status.map { .integer(Int64($0)) } ?? .null,
      "fault": fault.map { .string($0.rawValue) } ?? .null,
    ]
  }
}
