import IVRLanguages

/// Lists scheduled callbacks of a number or an agent.
///
/// Source: webex-tasks-api reference, section 7: the number must be exactly as it was given.
enum ScheduledCallbackList {
  static func list(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let lab = engine.world.lab
    try call.checkOrganisation(lab)
    let number = call.query["callbackNumber"]?.string
    let agent = call.query["assigneeAgent"]?.string
    guard number != nil || agent != nil else {
      throw APIError(400, "callbackNumber or assigneeAgent is missing.")
    }
    let found = engine.state.scheduledCallbacks.values.filter { callback in
      (number.map { $0 == callback.number } ?? true)
        && (agent.map { $0 == callback.assignee?.rawValue } ?? true)
    }
    let rows = sorted(found, call).map { ScheduledCallbackEndpoint.card($0, lab) }
    let page = Int(call.query["page"]?.int64 ?? 0)
    let size = Int(call.query["pageSize"]?.int64 ?? 50)
    let start = min(page * size, rows.count)
    let shown = Array(rows[start..<min(start + size, rows.count)])
    return .json([
      "meta": meta(call, lab, page: page, size: size, total: rows.count), "data": .array(shown),
    ])
  }

  private static func sorted(
    _ callbacks: [ScheduledCallback], _ call: APICall
  ) -> [ScheduledCallback] {
    let name = call.query["sortBy"]?.string ?? "scheduledTime"
    func comes(_ left: ScheduledCallback, before right: ScheduledCallback) -> Bool {
      switch name {
      case "customerName": left.customerName < right.customerName
      case "assignedTime":
        (left.assigned?.milliseconds ?? .max) < (right.assigned?.milliseconds ?? .max)
      default: left.start < right.start
      }
    }
    let isDescending = call.query["sortOrder"]?.string?.lowercased() == "desc"
    return callbacks.enumerated().sorted { left, right in
      let first = isDescending ? right.element : left.element
      let second = isDescending ? left.element : right.element
      if comes(first, before: second) { return true }
      return !comes(second, before: first) && left.offset < right.offset
    }.map(\.element)
  }

  private static func meta(
    _ call: APICall, _ lab: Lab, page: Int, size: Int, total: Int
  ) -> JSONValue {
    let pages = (total + size - 1) / size
    let last = max(0, pages - 1)
    return [
      "orgId": .string(lab.orgID), "page": .count(page), "pageSize": .count(size),
      "totalPages": .count(pages), "totalRecords": .count(total),
      "links": [
        "self": link(call, page), "first": link(call, 0), "last": link(call, last),
        "next": page < last ? link(call, page + 1) : .null,
        "prev": page > 0 ? link(call, page - 1) : .null,
      ],
    ]
  }

  private static func link(_ call: APICall, _ page: Int) -> JSONValue {
    let url = URLParts(call.request.url)
    let others = url.query.filter { $0.name != "page" }.map {
      "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))"
    }
    return .string(url.path + "?" + (others + ["page=\(page)"]).joined(separator: "&"))
  }
}

extension RouteFamily {
  private static let path = "/v1/callbacks/organization/{orgId}/scheduled-callback"
  private static let scopes = ["cjp:user", "cjp:config", "cjp:config_write", "cjp:config_read"]

  /// Scheduled callbacks.
  static let scheduledCallbacks = RouteFamily(
    name: "Scheduled callbacks",
    routes: [
      Route(
        "POST", path, "Asks for a callback at a day and an hour.", scopes: scopes,
        body: ScheduledCallbackEndpoint.body, success: 201, ScheduledCallbackEndpoint.create
      ).telling(.json(ScheduledCallbackShapes.card)),
      Route(
        "GET", path, "Lists the callbacks of a number or an agent.", scopes: scopes,
        query: ScheduledCallbackEndpoint.query, ScheduledCallbackList.list
      ).telling(.json(ScheduledCallbackShapes.list)),
      Route(
        "GET", path + "/{id}", "Tells one callback.", scopes: scopes,
        ScheduledCallbackEndpoint.get
      ).telling(.json(ScheduledCallbackShapes.card)),
      Route(
        "PUT", path + "/{id}", "Changes a callback.", scopes: scopes,
        body: ScheduledCallbackEndpoint.body, ScheduledCallbackEndpoint.replace
      ).telling(.json(ScheduledCallbackShapes.card)),
      Route(
        "DELETE", path + "/{id}", "Gives a callback up.", scopes: scopes, success: 204,
        ScheduledCallbackEndpoint.delete),
    ],
    authorize: Authorization.user)
}
