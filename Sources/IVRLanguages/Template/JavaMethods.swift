/// The methods of Java's values that templates may call, by their names in lower case.
struct JavaMethods {
  let method: String
  let arguments: [TemplateValue]
  let run: TemplateEvaluation
  let offset: Int

  /// What the method gives; `nil` where the value has no such method for such arguments.
  func result(on object: TemplateValue) throws(TemplateFault) -> TemplateValue? {
    if object.isLarge { try charge(object) }
    if arguments.isEmpty, method == "tostring" {
      return .text(try run.javaText(of: object, at: offset))
    }
    if arguments.isEmpty, method == "hashcode" { return .smallInteger(JavaHash.code(of: object)) }
    if arguments.count == 1, method == "equals" { return .bool(object.isSame(as: arguments[0])) }
    switch object {
    case .text(let text): return try textResult(on: text)
    case .integer, .smallInteger, .bigInteger, .double: return numberResult(on: object)
    case .bool(let value): return method == "booleanvalue" ? .bool(value) : nil
    case .list(let members): return listResult(on: members)
    case .map(let map): return mapResult(on: map)
    case .entry(let entry): return entryResult(on: entry)
    case .character(let unit): return method == "charvalue" ? .character(unit) : nil
    default: return nil
    }
  }

  private func charge(_ object: TemplateValue) throws(TemplateFault) {
    if let first = arguments.first, first.isLarge {
      try run.chargeAll(object, at: offset)
    } else {
      try run.charge(object, at: offset)
    }
    if let whole = object.string, let part = arguments.first?.string {
      try run.chargeSearch(for: part, in: whole, at: offset)
    }
  }

  // MARK: Texts

  private func textResult(on text: String) throws(TemplateFault) -> TemplateValue? {
    if arguments.isEmpty { return plainTextResult(on: text) }
    if case .text(let first) = arguments[0] {
      if arguments.count == 1 { return try textResult(on: text, first) }
      if arguments.count == 2, case .text(let second) = arguments[1] {
        return try textResult(on: text, first, second)
      }
      return nil
    }
    return textResult(on: text, indexes: arguments)
  }

  private func plainTextResult(on text: String) -> TemplateValue? {
    switch method {
    case "length": .smallInteger(Int32(truncatingIfNeeded: text.unitCount))
    case "isempty", "empty": .bool(text.isEmpty)
    case "isblank", "blank": .bool(text.unicodeScalars.allSatisfy { JavaWhitespace.contains($0) })
    case "trim": .text(text.javaTrimmed)
    case "strip":
      .text(JavaWhitespace.trimmedLeading(JavaWhitespace.trimmedTrailing(text)))
    case "stripleading": .text(JavaWhitespace.trimmedLeading(text))
    case "striptrailing": .text(JavaWhitespace.trimmedTrailing(text))
    case "touppercase": .text(text.uppercased())
    case "tolowercase": .text(text.lowercased())
    case "intern": .text(text)
    default: nil
    }
  }

  private func textResult(
    on text: String, _ other: String
  ) throws(TemplateFault) -> TemplateValue? {
    switch method {
    case "startswith": return .bool(text.utf8.starts(with: other.utf8))
    case "endswith": return .bool(text.utf8.reversed().starts(with: other.utf8.reversed()))
    case "contains": return .bool(text.holds(other))
    case "equalsignorecase": return .bool(text.uppercased() == other.uppercased())
    case "concat": return try run.checked(text + other, at: offset)
    case "indexof": return .smallInteger(index(of: other, in: text))
    case "lastindexof": return .smallInteger(lastIndex(of: other, in: text))
    case "compareto": return .smallInteger(difference(text, other))
    case "comparetoignorecase":
      return .smallInteger(difference(text.lowercased(), other.lowercased()))
    case "matches":
      return .bool(try JavaPattern(other, at: offset).matchesAll(of: text))
    case "split":
      return .array(try JavaPattern(other, at: offset).split(text, limit: 0))
    default: return nil
    }
  }

  private func textResult(
    on text: String, _ first: String, _ second: String
  ) throws(TemplateFault) -> TemplateValue? {
    switch method {
    case "replace": return try run.checked(text.replacing(first, by: second), at: offset)
    case "replaceall":
      let pattern = try JavaPattern(first, at: offset)
      return try run.checked(
        try pattern.replace(in: text, by: second, onlyFirst: false), at: offset)
    case "replacefirst":
      let pattern = try JavaPattern(first, at: offset)
      return try run.checked(
        try pattern.replace(in: text, by: second, onlyFirst: true), at: offset)
    default: return nil
    }
  }

  /// Methods that take short integers, which only values of the scope and `length` are.
  private func textResult(on text: String, indexes: [TemplateValue]) -> TemplateValue? {
    var numbers: [Int] = []
    for case .smallInteger(let number) in indexes { numbers.append(Int(number)) }
    guard numbers.count == indexes.count else { return nil }
    let count = text.unitCount
    switch (method, numbers.count) {
    case ("charat", 1) where (0..<count).contains(numbers[0]):
      return .character(Array(text.utf16)[numbers[0]])
    case ("substring", 1) where (0...count).contains(numbers[0]):
      return .text(text.units(numbers[0], count))
    case ("substring", 2) where numbers[0] >= 0 && numbers[0] <= numbers[1] && numbers[1] <= count:
      return .text(text.units(numbers[0], numbers[1]))
    case ("repeat", 1) where numbers[0] >= 0 && numbers[0] * count <= TemplateLimits.textBytes / 4:
      return .text(String(repeating: text, count: numbers[0]))
    default: return nil
    }
  }

  private func index(of other: String, in text: String) -> Int32 {
    guard let bytes = text.firstOffset(of: other) else { return -1 }
    return Int32(
      truncatingIfNeeded: String(decoding: text.utf8.prefix(bytes), as: UTF8.self).unitCount)
  }

  private func lastIndex(of other: String, in text: String) -> Int32 {
    let units = Array(text.utf16)
    let wanted = Array(other.utf16)
    guard wanted.count <= units.count else { return -1 }
    for start in (0...units.count - wanted.count).reversed()
    where units[start..<start + wanted.count].elementsEqual(wanted) {
      return Int32(truncatingIfNeeded: start)
    }
    return -1
  }

  private func difference(_ left: String, _ right: String) -> Int32 {
    for (one, two) in zip(left.utf16, right.utf16) where one != two {
      return Int32(one) - Int32(two)
    }
    return Int32(truncatingIfNeeded: left.unitCount - right.unitCount)
  }

  // MARK: Other values

  private func numberResult(on number: TemplateValue) -> TemplateValue? {
    guard arguments.isEmpty, let long = number.longValue, let double = number.doubleValue else {
      return nil
    }
    switch method {
    case "intvalue":
      if case .double(let value) = number {
        return .smallInteger(Int32(clamping: TemplateValue.double(value).longValue ?? 0))
      }
      return .smallInteger(Int32(truncatingIfNeeded: long))
    case "longvalue": return .integer(long)
    case "doublevalue": return .double(double)
    case "isnan", "nan": return number.isDouble ? .bool(double.isNaN) : nil
    case "isinfinite", "infinite": return number.isDouble ? .bool(double.isInfinite) : nil
    default: return nil
    }
  }

  private func listResult(on members: [TemplateValue]) -> TemplateValue? {
    switch (method, arguments.count) {
    case ("size", 0): return .smallInteger(Int32(truncatingIfNeeded: members.count))
    case ("isempty", 0), ("empty", 0): return .bool(members.isEmpty)
    case ("contains", 1): return .bool(members.contains { $0.isSame(as: arguments[0]) })
    case ("indexof", 1):
      let place = members.firstIndex { $0.isSame(as: arguments[0]) } ?? -1
      return .smallInteger(Int32(truncatingIfNeeded: place))
    case ("lastindexof", 1):
      let place = members.lastIndex { $0.isSame(as: arguments[0]) } ?? -1
      return .smallInteger(Int32(truncatingIfNeeded: place))
    case ("get", 1):
      guard case .smallInteger(let index) = arguments[0], members.indices.contains(Int(index))
      else { return nil }
      return members[Int(index)]
    default: return nil
    }
  }

  private func mapResult(on map: TemplateMap) -> TemplateValue? {
    switch (method, arguments.count) {
    case ("size", 0): .smallInteger(Int32(truncatingIfNeeded: map.count))
    case ("isempty", 0): .bool(map.isEmpty)
    case ("keyset", 0): .list(map.keys)
    case ("values", 0): .list(map.values)
    case ("entryset", 0): .list(map.entries)
    case ("containskey", 1): .bool(map[arguments[0]] != nil)
    case ("containsvalue", 1): .bool(map.values.contains { $0.isSame(as: arguments[0]) })
    case ("get", 1): map[arguments[0]] ?? .null
    case ("getordefault", 2): map[arguments[0]] ?? arguments[1]
    default: nil
    }
  }

  private func entryResult(on entry: TemplateEntry) -> TemplateValue? {
    guard arguments.isEmpty else { return nil }
    return switch method {
    case "key", "getkey": entry.key
    case "value", "getvalue": entry.value
    default: nil
    }
  }
}
