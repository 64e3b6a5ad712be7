extension TemplateFilters {
  static let listFilters = [
    TemplateCallable("first") { call throws(TemplateFault) in
      try end(call) { ($0.first, $1.first) }
    },
    TemplateCallable("last") { call throws(TemplateFault) in
      try end(call) { ($0.last, $1.last) }
    },
    TemplateCallable("join", ["separator"], apply: join),
    TemplateCallable("length", nullGivesNull: false) {
      .smallInteger(Int32(truncatingIfNeeded: length(of: $0.input)))
    },
    TemplateCallable("merge", ["items"], nullGivesNull: false, apply: merge),
    TemplateCallable("reverse") { call throws(TemplateFault) in
      guard case .list(let members) = call.input else { throw call.badInput }
      return .list(members.reversed())
    },
    TemplateCallable("slice", ["fromIndex", "toIndex"], apply: slice),
    TemplateCallable("sort") { call throws(TemplateFault) in
      guard let members = call.input.members else { throw call.badInput }
      return .list(try sorted(members, call) { $0 < 0 })
    },
    TemplateCallable("rsort") { call throws(TemplateFault) in
      guard case .list(let members) = call.input else { throw call.badInput }
      return .list(try sorted(members, call) { $0 > 0 })
    },
  ]

  private static func end(
    _ call: TemplateCall,
    _ pick: ([TemplateValue], String.UTF16View) -> (TemplateValue?, UInt16?)
  ) throws(TemplateFault) -> TemplateValue {
    if let members = call.input.members { return pick(members, "".utf16).0 ?? .null }
    let text = try call.text()
    guard let unit = pick([], text.utf16).1 else {
      throw call.fault(.indexOutOfRange(0, count: 0))
    }
    return .character(unit)
  }

  @Sendable
  private static func join(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    guard let members = call.input.members else { throw call.badInput }
    let separator = try call.text(0, "separator") ?? ""
    var text = ""
    for (place, member) in members.enumerated() {
      if place > 0 { text += separator }
      guard member.append(to: &text, limit: TemplateLimits.textBytes) else {
        throw call.fault(.textTooLong(limit: TemplateLimits.textBytes))
      }
    }
    return try call.result(text)
  }

  private static func length(of value: TemplateValue) -> Int {
    switch value {
    case .text(let text): text.unitCount
    case .instant: value.text.unitCount
    case .list(let members), .array(let members): members.count
    case .map(let map): map.count
    default: 0
    }
  }

  // MARK: merge

  @Sendable
  private static func merge(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    let items = call.argument(0)
    if call.input.isNull {
      if items.isNull { throw call.badInput }
      return items
    }
    if items.isNull { return call.input }
    switch (call.input, items) {
    case (.map(let map), .map(let other)):
      let pairs = Array(zip(map.keys, map.values)) + Array(zip(other.keys, other.values))
      return try merged(pairs, map.count + other.count, call)
    case (.map(let map), .list(let members)):
      let pairs = Array(zip(map.keys, map.values)) + members.map { ($0, $0) }
      return try merged(pairs, map.count + members.count, call)
    case (.list(let members), .list(let others)):
      return try checked(.list(members + others), members.count + others.count, call)
    case (.list(let members), .map(let map)):
      return try checked(.list(members + map.entries), members.count + map.count, call)
    case (.array(let members), .array(let others)):
      return try checked(.array(members + others), members.count + others.count, call)
    case (.map, _), (.list, _), (.array, _): throw call.badArgument(0, "items")
    default: throw call.badInput
    }
  }

  /// Java makes the table sixteen places larger than what goes in.
  private static func merged(
    _ pairs: [(TemplateValue, TemplateValue)], _ count: Int, _ call: TemplateCall
  ) throws(TemplateFault) -> TemplateValue {
    try checked(.map(JavaHash.map(pairs, capacity: count + 16)), count, call)
  }

  private static func checked(
    _ value: TemplateValue, _ count: Int, _ call: TemplateCall
  ) throws(TemplateFault) -> TemplateValue {
    try call.run.checked(value, count: count, at: call.offset)
  }

  // MARK: slice

  @Sendable
  private static func slice(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    let from = try call.whole(0, "fromIndex") ?? 0
    let to = try call.whole(1, "toIndex")
    let count: Int
    switch call.input {
    case .text, .list, .array, .instant: count = length(of: call.input)
    default: throw call.badInput
    }
    if from < 0 || from > count { throw call.fault(.indexOutOfRange(from, count: count)) }
    if let to, to > count || from >= to {
      throw call.fault(.indexOutOfRange(to, count: count))
    }
    let end = to ?? count
    switch call.input {
    case .list(let members): return .list(Array(members[from..<end]))
    case .array(let members): return .array(Array(members[from..<end]))
    default: return .text(try call.text().units(from, end))
    }
  }

  // MARK: sort

  private static func sorted(
    _ members: [TemplateValue], _ call: TemplateCall, _ precedes: (Int) -> Bool
  ) throws(TemplateFault) -> [TemplateValue] {
    guard members.count > 1 else { return members }
    for (member, next) in zip(members, members.dropFirst())
    where order(member, next) == nil {
      throw call.badInput
    }
    try call.run.spend(members.count, at: call.offset)
    for member in members { try call.run.charge(member, at: call.offset) }
    let indexed = members.enumerated().sorted {
      let order = order($0.element, $1.element) ?? 0
      return order == 0 ? $0.offset < $1.offset : precedes(order)
    }
    return indexed.map(\.element)
  }

  /// Java's `compareTo` of two values of one kind; `nil` where they have no order.
  private static func order(_ left: TemplateValue, _ right: TemplateValue) -> Int? {
    switch (left, right) {
    case (.integer(let one), .integer(let two)): sign(one, two)
    case (.smallInteger(let one), .smallInteger(let two)): sign(one, two)
    case (.double(let one), .double(let two)): sign(one, two)
    case (.character(let one), .character(let two)): sign(one, two)
    case (.bool(let one), .bool(let two)): sign(one ? 1 : 0, two ? 1 : 0)
    case (.text(let one), .text(let two)):
      one.utf16.elementsEqual(two.utf16)
        ? 0 : one.utf16.lexicographicallyPrecedes(two.utf16) ? -1 : 1
    case (.instant(let one), .instant(let two)): sign(one, two)
    default: nil
    }
  }

  private static func sign<Number: Comparable>(_ left: Number, _ right: Number) -> Int {
    left < right ? -1 : left > right ? 1 : 0
  }
}
