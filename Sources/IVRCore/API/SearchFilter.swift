import IVRLanguages

/// Decides whether a row passes a filter.
///
/// Source: webex-search-api reference, section 4: `and`, `or`, `not`; several keys in one object must
/// all hold; operators of a leaf; operators of an object compare the given parts; text is compared
/// as it is, so that `14085267209` and `+14085267209` differ; null tests presence.
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
    (test.object?.members ?? []).allSatisfy { member in
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
}
