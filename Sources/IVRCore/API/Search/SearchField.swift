/// A field of a record that Search shows, by its name in the product's dictionary.
///
/// Most of them the lab never fills; they are here so that real queries are answered with nulls
/// rather than refused.
struct SearchField: Sendable {
  /// What a field holds.
  indirect enum Shape: Sendable {
    /// A value of a scalar or enumerated type.
    case leaf(String)
    /// Named parts.
    case object(String, [SearchField])
    /// A list of objects.
    case list(String, [SearchField])
    /// The activities of a record, page by page.
    case activities(String, [SearchField])
    /// Variables of one type, asked for by name; the type of the value is given.
    case variables(String)
  }

  let name: String
  let shape: Shape
  /// Whether aggregations take it.
  var isAggregatable = true
  /// Whether filters take it.
  var isFilterable = true

  /// The fields below it.
  var parts: [SearchField] {
    switch shape {
    case .leaf: []
    case .object(_, let fields), .list(_, let fields): fields
    case .activities(_, let fields):
      [SearchField(name: "nodes", shape: .list("", fields))]
    case .variables(let type):
      [
        SearchField(name: "name", shape: .leaf("String"), isAggregatable: false),
        SearchField(name: "value", shape: .leaf(type)),
      ]
    }
  }
}

/// The dictionary of Search.
enum SearchDictionary {
  /// Reads words such as `lastQueue.id:String` or `createdTime:Long[AG-S]`.
  ///
  /// The letters say what a field may be used for: aggregated, grouped by, filtered by, sorted by;
  /// a word without them may be used for everything that matters here. Type names of objects are
  /// the names of the fields behind `prefix`, unless `types` has them.
  static func fields(
    _ text: String, prefix: String = "", types: [String: String] = [:]
  ) -> [SearchField] {
    let words = text.split { $0 == " " || $0 == "\n" }.map { word in
      Word(path: word.prefix { $0 != ":" }.split(separator: ".").map(String.init), text: word)
    }
    return fields(words, depth: 0, prefix: prefix, types: types)
  }

  private struct Word {
    let path: [String]
    let text: Substring

    var type: String {
      String(text.drop { $0 != ":" }.dropFirst().prefix { $0 != "[" })
    }

    /// Whether the letter is not taken away.
    func allows(_ letter: Character) -> Bool {
      let uses = text.drop { $0 != "[" }
      return uses.isEmpty || uses.contains(letter)
    }
  }

  private static func fields(
    _ words: [Word], depth: Int, prefix: String, types: [String: String]
  ) -> [SearchField] {
    var names: [String] = []
    for word in words where !names.contains(word.path[depth]) { names.append(word.path[depth]) }
    return names.map { name in
      let own = words.filter { $0.path[depth] == name }
      if name.hasSuffix("GlobalVariables") {
        let type = own.first { $0.path.last == "value" }?.type ?? "String"
        return SearchField(name: name, shape: .variables(type))
      }
      guard let leaf = own.first(where: { $0.path.count == depth + 1 }) else {
        let type = types[name] ?? prefix + name.prefix(1).uppercased() + name.dropFirst()
        let parts = fields(own, depth: depth + 1, prefix: prefix, types: types)
        return SearchField(name: name, shape: .object(type, parts))
      }
      return SearchField(
        name: name, shape: .leaf(leaf.type), isAggregatable: leaf.allows("A"),
        isFilterable: leaf.allows("F"))
    }
  }

  /// The fields of a task of the root `task`.
  static let taskFields = fields(task, types: ["owner": "AgentInfo"])

  /// The fields of a task of the root `taskDetails`.
  static let detailFields =
    taskFields + [
      SearchField(
        name: "activities",
        shape: .activities("Activity", fields(activity, prefix: "Activity")))
    ]

  /// The fields of a channel of an agent session, without its activities.
  static let channelFields = fields(channel)

  /// The fields of an agent session.
  static let sessionFields =
    fields(agentSession) + [
      SearchField(
        name: "channelInfo",
        shape: .list(
          "ChannelInfo",
          channelFields + [
            SearchField(
              name: "activities",
              shape: .activities("AgentActivity", fields(agentActivity, prefix: "AgentActivity")))
          ]))
    ]

  /// The fields of a leg.
  static let legFields = fields(leg, prefix: "Leg", types: ["owner": "LegAgentInfo"])
}
