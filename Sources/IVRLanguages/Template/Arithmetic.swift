/// The operators that make numbers of numbers.
///
/// Source: reference page "Pebble", section 3. Numbers widen as in Java: with a double to double,
/// with a long to long, else to int; whole numbers wrap around and divide toward zero.
enum Arithmetic: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  /// The result of whole numbers; `nil` where zero divides.
  func apply<Whole: FixedWidthInteger>(_ left: Whole, _ right: Whole) -> Whole? {
    switch self {
    case .add: left &+ right
    case .subtract: left &- right
    case .multiply: left &* right
    case .divide: right == 0 ? nil : left.dividedReportingOverflow(by: right).partialValue
    case .remainder:
      right == 0 ? nil : left.remainderReportingOverflow(dividingBy: right).partialValue
    }
  }

  func apply(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .remainder: left.truncatingRemainder(dividingBy: right)
    }
  }

  func apply(
    _ left: TemplateValue, _ right: TemplateValue, in run: TemplateEvaluation, at offset: Int
  ) throws(TemplateFault) -> TemplateValue {
    if self == .add, left.string != nil || right.string != nil {
      let text = try run.javaText(of: left, at: offset) + run.javaText(of: right, at: offset)
      return try run.checked(text, at: offset)
    }
    if case .list(let members) = left, self == .add || self == .subtract {
      return try change(members, by: right, in: run, at: offset)
    }
    let readsTexts = run.program.dialect.version == .v4
    let one = readsTexts ? try left.numberOfText(at: offset) : left
    let two = readsTexts ? try right.numberOfText(at: offset) : right
    guard one.isNumber, two.isNumber else {
      throw TemplateFault(
        .badOperands(operator: rawValue, left: left.kindName, right: right.kindName), at: offset)
    }
    return try number(one, two, at: offset)
  }

  private func number(
    _ left: TemplateValue, _ right: TemplateValue, at offset: Int
  ) throws(TemplateFault) -> TemplateValue {
    if left.isDouble || right.isDouble {
      return .double(apply(left.doubleValue ?? 0, right.doubleValue ?? 0))
    }
    let one = left.longValue ?? 0
    let two = right.longValue ?? 0
    if left.isLong || right.isLong {
      if let result = apply(one, two) { return .integer(result) }
    } else if let result = apply(
      Int32(truncatingIfNeeded: one), Int32(truncatingIfNeeded: two))
    {
      return .smallInteger(result)
    }
    throw TemplateFault(.divisionByZero, at: offset)
  }

  /// A list with the right side, or its members, at the end or taken away.
  private func change(
    _ members: [TemplateValue], by right: TemplateValue, in run: TemplateEvaluation,
    at offset: Int
  ) throws(TemplateFault) -> TemplateValue {
    var members = members
    if case .list(let others) = right {
      if self == .add {
        members += others
      } else {
        try run.spend(members.count &* others.count >> 4 + members.count, at: offset)
        members.removeAll { member in others.contains { $0.isSame(as: member) } }
      }
    } else if self == .add {
      members.append(right)
    } else if let place = members.firstIndex(where: { $0.isSame(as: right) }) {
      members.remove(at: place)
    }
    return try run.checked(.list(members), count: members.count, at: offset)
  }
}

extension TemplateValue {
  var isDouble: Bool {
    if case .double = self { true } else { false }
  }

  var isLong: Bool {
    if case .integer = self { true } else { false }
  }

  /// The number as a double; `nil` where it is no number.
  var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .smallInteger(let value): Double(value)
    case .bigInteger(let digits): Double(digits)
    case .double(let value): value
    default: nil
    }
  }

  /// The number without its fraction in 64 bits, as Java's `longValue`; `nil` where it is none.
  var longValue: Int64? {
    switch self {
    case .integer(let value): value
    case .smallInteger(let value): Int64(value)
    case .bigInteger(let digits): Self.wrapped(digits)
    case .double(let value): Self.saturated(value)
    default: nil
    }
  }

  /// A text as the number that it writes, anything else as it is.
  func numberOfText(at offset: Int) throws(TemplateFault) -> TemplateValue {
    guard case .text(let text) = self else { return self }
    if text.utf8.contains(where: { ".eE".utf8.contains($0) }) {
      if let value = JavaNumberText.parseDouble(text) { return .double(value) }
    } else if let value = Int64(text) {
      return .integer(value)
    }
    throw TemplateFault(.notANumber(text), at: offset)
  }

  private static func wrapped(_ digits: String) -> Int64 {
    var value: Int64 = 0
    for digit in digits.utf8 where digit != UInt8(ascii: "-") {
      value = value &* 10 &+ Int64(digit &- 48)
    }
    return digits.utf8.first == UInt8(ascii: "-") ? 0 &- value : value
  }

  private static func saturated(_ value: Double) -> Int64 {
    if value.isNaN { return 0 }
    return Int64(exactly: value.rounded(.towardZero)) ?? (value < 0 ? .min : .max)
  }
}
