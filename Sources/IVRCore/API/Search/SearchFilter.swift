import IVRLanguages

/// Decides whether a row passes a filter.
///
/// Source: webex-search-api reference, section 4: `and`, `or`, `not`; several keys in one object must
/// all hold; operators of a leaf; operators of an object compare the given parts; text is compared
/// as it is, so that `14085267209` and `+14085267209` differ; null tests presence; of a list one
/// element must pass.
enum SearchFilter {
  /// Whether a row passes; a missing or empty filter accepts all.
  static func accepts(_ row: JSONValue, _ filter: JSONValue) -> Bool {
    (filter.object?.members ?? []).allSatisfy { member in
      switch member.key {
      case "and": (member.value.array ?? []).allSatisfy { accepts(row, $0) }
      case "or": member.value.array.map { $0.contains { accepts(row, $0) } } ?? true
      case "not": member.value.isNull || !accepts(row, member.value)
      default: holds(row[member.key] ?? .null, member.value)
      }
    }
  }

  /// The callback number that a row must have to pass; `nil` where the filter does not say one.
  static func callbackNumber(_ filter: JSONValue) -> String? {
    for member in filter.object?.members ?? [] {
      switch member.key {
      case "and":
        let parts = member.value.array ?? []
        if let number = parts.lazy.compactMap(callbackNumber).first { return number }
      case "callbackData":
        let number =
          member.value["equals"]?["callbackNumber"] ?? member.value["callbackNumber"]?["equals"]
        if let number = number?.string { return number }
      default: break
      }
    }
    return nil
  }

  /// Whether a value passes the operators, or its parts the filters below.
  private static func holds(_ value: JSONValue, _ test: JSONValue) -> Bool {
    let tests = test.object?.members ?? []
    if let elements = value.array, !tests.isEmpty {
      return elements.contains { holds($0, test) }
    }
    return tests.allSatisfy { member in
      if let outcome = compare(value, member.key, member.value) { return outcome }
      return holds(value[member.key] ?? .null, member.value)
    }
  }

  /// The outcome of an operator, or `nil` where the name is none.
  private static func compare(
    _ value: JSONValue, _ name: String, _ operand: JSONValue
  ) -> Bool? {
    switch name {
    case "equals": isSame(value, operand)
    case "notequals": !isSame(value, operand)
    case "gt": number(value, operand) { $0 > $1 }
    case "gte": number(value, operand) { $0 >= $1 }
    case "lt": number(value, operand) { $0 < $1 }
    case "lte": number(value, operand) { $0 <= $1 }
    case "contains":
      value.string.flatMap { text in operand.string.map { text.contains($0) } } ?? false
    case "match":
      value.string.flatMap { text in operand.string.map { WildText($0).matches(text) } }
        ?? false
    default: nil
    }
  }

  /// Objects are alike when the parts that the operand names are; numbers by value.
  private static func isSame(_ value: JSONValue, _ operand: JSONValue) -> Bool {
    if let parts = operand.object {
      return parts.members.allSatisfy { isSame(value[$0.key] ?? .null, $0.value) }
    }
    if let left = value.number, let right = operand.number {
      return left.int64 == right.int64 && left.double == right.double
    }
    return value == operand
  }

  private static func number(
    _ value: JSONValue, _ operand: JSONValue, _ test: (Double, Double) -> Bool
  ) -> Bool {
    guard let left = value.number, let right = operand.number else { return false }
    return test(left.double, right.double)
  }

  /// How many tests filters hold.
  static func size(_ value: JSONValue) -> Int {
    switch value {
    case .object(let members): members.values.reduce(0) { $0 + size($1) }
    case .array(let elements): elements.reduce(0) { $0 + size($1) }
    default: 1
    }
  }

  /// A row without the activities that do not pass a filter of activities; nil where none passes.
  ///
  /// Source: webex-search-api reference, section 4, `extFilter`.
  static func narrowed(_ row: JSONValue, _ filter: JSONValue) -> JSONValue? {
    guard !(filter.object?.isEmpty ?? true) else { return row }
    guard let channels = row["channelInfo"]?.array, var members = row.object else {
      return keeping(row, filter) { ["activities": ["nodes": $0]] }
    }
    let kept = channels.compactMap { channel in
      keeping(channel, filter) { ["channelInfo": ["activities": ["nodes": $0]]] }
    }
    members["channelInfo"] = .array(kept)
    return kept.isEmpty ? nil : .object(members)
  }

  /// Keeps the nodes of an object's activities that pass; nil where none does.
  private static func keeping(
    _ object: JSONValue, _ filter: JSONValue, _ wrapped: (JSONValue) -> JSONValue
  ) -> JSONValue? {
    guard var members = object.object else { return nil }
    let nodes = (object["activities"]?["nodes"]?.array ?? []).filter {
      accepts(wrapped($0), filter)
    }
    members["activities"] = ["nodes": .array(nodes)]
    return nodes.isEmpty ? nil : .object(members)
  }
}
