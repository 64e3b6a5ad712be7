extension SearchField {
  /// Whether activities are below it.
  var holdsActivities: Bool {
    if case .activities = shape { true } else { parts.contains(where: \.holdsActivities) }
  }
}

extension SearchSchema {
  /// Fields as a type of the schema has them.
  static func outputs(_ fields: [SearchField]) -> String {
    fields.map { field in
      switch field.shape {
      case .leaf(let type): "\(field.name)(sort: SortOrder): \(type)"
      case .object(let type, _): "\(field.name): \(type)"
      case .list(let type, _): "\(field.name): [\(type)]"
      case .activities(let type, _):
        "\(field.name)(first: Int = 25, after: String): \(type)Connection"
      case .variables(let type): "\(field.name)(name: String!): \(type)GlobalVariable"
      }
    }.joined(separator: " ")
  }

  /// The input type of a filter over fields.
  static func filters(_ name: String, _ fields: [SearchField], inside details: String = "")
    -> String
  {
    let tests = expressions(fields, details)
    return "input \(name) { and: [\(name)] or: [\(name)] not: \(name) \(tests) }"
  }

  /// Fields as a filter has them; inside the filter of activities only what leads there.
  private static func expressions(_ fields: [SearchField], _ details: String) -> String {
    fields.filter { details.isEmpty ? $0.isFilterable && !isActivities($0) : true }.map { field in
      let type =
        switch field.shape {
        case .leaf("JSON"): "SkillExpression"
        case .leaf(let type): leafExpressions[type] ?? "\(type)Expression"
        case .object(let type, _): "\(type)Expression"
        case .list(let type, _): details.isEmpty ? "\(type)Expression" : "\(type)Details"
        case .activities(let type, _): "\(type)Details"
        case .variables(let type): "\(type)VariableExpression"
        }
      return "\(field.name): \(type)"
    }.joined(separator: " ")
  }

  private static let leafExpressions = ["ChannelTypes": "ChannelTypeExpression"]

  private static func isActivities(_ field: SearchField) -> Bool {
    if case .activities = field.shape { true } else { false }
  }

  /// The types of the objects below fields.
  static func collect(
    _ fields: [SearchField], _ seen: inout Set<String>, _ lines: inout [String]
  ) {
    for field in fields {
      switch field.shape {
      case .leaf: continue
      case .object(let type, let parts), .list(let type, let parts):
        guard seen.insert(type).inserted else { continue }
        lines += object(type, parts)
        if parts.contains(where: \.holdsActivities) {
          let details = parts.filter(\.holdsActivities)
          lines.append("input \(type)Details { \(expressions(details, type)) }")
        }
        collect(parts, &seen, &lines)
      case .activities(let type, let parts):
        guard seen.insert(type).inserted else { continue }
        lines += object(type, parts)
        lines += [
          "type \(type)Connection { totalCount: Int nodes: [\(type)] pageInfo: PageInfo }",
          "input \(type)Details { nodes: \(type)Expression }",
        ]
        collect(parts, &seen, &lines)
      case .variables(let type):
        guard seen.insert("\(type)GlobalVariable").inserted else { continue }
        lines += [
          "type \(type)GlobalVariable { name: String value: \(type) }",
          "input \(type)VariableExpression { name: StringExpression value: \(type)Expression }",
        ]
      }
    }
  }

  /// The type of an object, the parts that operators compare, and the filter by parts.
  private static func object(_ type: String, _ parts: [SearchField]) -> [String] {
    let leaves = parts.filter { $0.parts.isEmpty }
    let values = leaves.map { field in
      if case .leaf(let type) = field.shape { "\(field.name): \(type)" } else { "" }
    }
    var lines = ["type \(type) { \(outputs(parts)) }"]
    let tests = expressions(parts, "")
    if leaves.isEmpty {
      lines.append("input \(type)Expression { \(tests) }")
    } else {
      lines += [
        "input \(type)Values { \(values.joined(separator: " ")) }",
        "input \(type)Expression { equals: \(type)Values notequals: \(type)Values \(tests) }",
      ]
    }
    return lines
  }
}
