/// An attribute, index or method that is asked of a value.
///
/// Source: reference page "Pebble", section 3, "Attribute access". Names of methods match in any
/// letter case; a method whose parameter is a short integer does not match a literal.
struct AttributeRequest {
  let key: TemplateValue
  let name: String
  /// The arguments; `nil` without parentheses.
  let arguments: [TemplateValue]?
  let offset: Int

  func value(
    of object: TemplateValue, in run: TemplateEvaluation
  ) throws(TemplateFault) -> TemplateValue {
    if let found = try member(of: object, in: run) { return found }
    if run.isStrict { throw TemplateFault(.undefinedAttribute(name), at: offset) }
    return .null
  }

  private func member(
    of object: TemplateValue, in run: TemplateEvaluation
  ) throws(TemplateFault) -> TemplateValue? {
    if object.isNull { return nil }
    if arguments == nil {
      if case .map(let map) = object { return try member(of: map, in: run) }
      if case .array(let members) = object { return try element(of: members, in: run) ?? .null }
      if case .list(let members) = object, Int32(name) != nil {
        return try element(of: members, in: run) ?? .null
      }
    }
    guard !name.isEmpty else {
      throw TemplateFault(.badAttribute(name, of: object.kindName), at: offset)
    }
    let method = name.lowercased()
    if ["class", "getclass", "wait", "notify", "notifyall"].contains(method) {
      throw TemplateFault(.forbiddenAttribute(name), at: offset)
    }
    return try JavaMethods(method: method, arguments: arguments ?? [], run: run, offset: offset)
      .result(on: object)
  }

  private func member(
    of map: TemplateMap, in run: TemplateEvaluation
  ) throws(TemplateFault) -> TemplateValue? {
    guard let first = map.keys.first else { return run.isStrict ? nil : .null }
    if case .text(let name) = key {
      return map.value(named: name) ?? (run.isStrict ? nil : .null)
    }
    let found = key.isNumber ? map[try cast(like: first)] : map[key]
    return found ?? (run.isStrict ? nil : .null)
  }

  /// The number as the kind of number that the keys are.
  private func cast(like first: TemplateValue) throws(TemplateFault) -> TemplateValue {
    switch first {
    case .integer: return .integer(key.longValue ?? 0)
    case .smallInteger: return .smallInteger(Int32(truncatingIfNeeded: key.longValue ?? 0))
    case .double: return .double(key.doubleValue ?? 0)
    default: throw TemplateFault(.badAttribute(name, of: "a map with text keys"), at: offset)
    }
  }

  private func element(
    of members: [TemplateValue], in run: TemplateEvaluation
  ) throws(TemplateFault) -> TemplateValue? {
    if let index = Int32(name).map(Int.init), members.indices.contains(index) {
      return members[index]
    }
    if run.isStrict { throw TemplateFault(.undefinedAttribute(name), at: offset) }
    return nil
  }
}
