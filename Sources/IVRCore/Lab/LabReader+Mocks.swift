import IVRLanguages

/// What stands in for hosts outside: `mocks` and `mockStores`. docs/MOCKS.md tells each member.
extension LabReader {
  private static let answerMembers = [
    "status", "headers", "body", "latencyMilliseconds", "isTemplate",
  ]

  mutating func mock(_ path: [JSONStep]) -> HTTPMock {
    let members = ["method", "url", "query", "answers", "isCyclic", "fault", "comment"]
    reportUnknownMembers(of: members + Self.answerMembers, at: path)
    var query: [String: String] = [:]
    for member in document.value(at: path + [.key("query")])?.object?.members ?? [] {
      query[member.key] = member.value.flowText
    }
    var answers = list("answers", at: path) { $0.recordedAnswer($1) }
    if answers.isEmpty { answers = [answer(path)] }
    return HTTPMock(
      method: text("method", at: path, standard: "GET").uppercased(), url: text("url", at: path),
      query: query, answers: answers, isCyclic: flag("isCyclic", at: path, standard: false),
      fault: mockFault(path + [.key("fault")]))
  }

  private mutating func recordedAnswer(_ path: [JSONStep]) -> MockAnswer {
    reportUnknownMembers(of: Self.answerMembers + ["comment"], at: path)
    return answer(path)
  }

  private mutating func answer(_ path: [JSONStep]) -> MockAnswer {
    let body = document.value(at: path + [.key("body")])
    let text = TemplateText(body.map { $0.string ?? JSONText.print($0) } ?? "")
    let isTemplate = flag("isTemplate", at: path, standard: false)
    if isTemplate, let fault = text.fault {
      document.report(
        "IVR108", .warning, at: path + [.key("body")],
        "The template of this body cannot be read: \(fault.message)")
    }
    var headers: [HTTPHeader] = []
    for member in document.value(at: path + [.key("headers")])?.object?.members ?? [] {
      headers.append(HTTPHeader(member.key, member.value.flowText))
    }
    if headers.isEmpty, body?.string == nil, body != nil {
      headers = [HTTPHeader("Content-Type", "application/json")]
    }
    return MockAnswer(
      status: Int(whole("status", at: path, standard: 200, least: 100)), headers: headers,
      body: text, isTemplate: isTemplate, latency: mockLatency(path))
  }

  /// A number of milliseconds, or the shortest and the longest.
  private mutating func mockLatency(_ path: [JSONStep]) -> MockLatency {
    let place = path + [.key("latencyMilliseconds")]
    guard let bounds = document.value(at: place)?.array else {
      let time = whole("latencyMilliseconds", at: path, standard: 100)
      return MockLatency(least: time, most: time)
    }
    let numbers = bounds.compactMap(\.int64)
    guard bounds.count == 2, numbers.count == 2, (0...numbers[1]).contains(numbers[0]),
      numbers[1] <= 1_000_000_000
    else {
      document.report(
        "IVR103", .error, at: place,
        "\"latencyMilliseconds\" is neither a whole number nor two of them, the lesser first.")
      return MockLatency(least: 100, most: 100)
    }
    return MockLatency(least: numbers[0], most: numbers[1])
  }

  private mutating func mockFault(_ path: [JSONStep]) -> MockFault? {
    guard let value = document.value(at: path), !value.isNull else { return nil }
    guard let object = value.object else {
      document.report("IVR102", .error, at: path, "\"fault\" is no object.")
      return nil
    }
    reportUnknownMembers(of: MockFault.members, at: path)
    do throws(MockFaultProblem) {
      return try MockFault(object)
    } catch {
      let place = object[error.member] == nil ? path : path + [.key(error.member)]
      document.report("IVR105", .error, at: place, error.message)
      return nil
    }
  }

  mutating func mockStore(_ path: [JSONStep]) -> MockStore {
    reportUnknownMembers(
      of: ["url", "collections", "latencyMilliseconds", "fault", "comment"], at: path)
    var url = text("url", at: path)
    while url.hasSuffix("/") { url.removeLast() }
    return MockStore(
      url: url, collections: collections(path + [.key("collections")]),
      latency: mockLatency(path), fault: mockFault(path + [.key("fault")]))
  }

  private mutating func collections(_ path: [JSONStep]) -> [MockStore.Collection] {
    guard let value = document.value(at: path) else { return [] }
    guard let members = value.object?.members else {
      document.report("IVR102", .error, at: path, "\"collections\" is no object.")
      return []
    }
    return members.map { member in
      let place = path + [.key(member.key)]
      let rows = member.value.array?.compactMap(\.object) ?? []
      if rows.count != member.value.array?.count {
        document.report("IVR102", .error, at: place, "\"\(member.key)\" is no list of objects.")
      }
      if rows.count > MockCollection.mostRows {
        document.report(
          "IVR103", .error, at: place,
          "\"\(member.key)\" has more than \(MockCollection.mostRows) objects.")
      }
      return MockStore.Collection(name: member.key, rows: Self.named(rows))
    }
  }

  /// The objects, each with an `id`: its own, or its place from 1.
  private static func named(_ rows: [JSONObject]) -> [JSONObject] {
    rows.enumerated().map { place, row in
      guard row["id"] == nil else { return row }
      return JSONObject(
        [("id", .string(String(place + 1)))] + row.members.map { ($0.key, $0.value) })
    }
  }

  /// Reports mocks that can never answer, since the lab serves their host itself.
  mutating func checkMocks(_ lab: Lab) {
    let addresses =
      lab.mocks.enumerated().map { (JSONStep.key("mocks"), $0, $1.url) }
      + lab.mockStores.enumerated().map { (JSONStep.key("mockStores"), $0, $1.url) }
    for (list, place, url) in addresses {
      let host = URLParts(url).host
      if host.isEmpty || !url.contains("://") {
        document.report(
          "IVR103", .error, at: [list, .index(place), .key("url")],
          "\"\(url)\" is no address with scheme and host.",
          hint: "Write it like https://mock.example/path.")
      } else if lab.servedHosts.contains(host) {
        document.report(
          "IVR104", .warning, at: [list, .index(place), .key("url")],
          "The lab serves \(host) itself, so this never answers.")
      }
    }
  }
}
