/// A number pattern such as `#,##0.00`.
///
/// Source: the pattern language of Java's `DecimalFormat` in en-US; rounds half to even.
struct DecimalPattern {
  private var prefix = ""
  private var suffix = ""
  private var negativePrefix: String?
  private var negativeSuffix: String?
  private var minimumWhole = 0
  private var minimumFraction = 0
  private var maximumFraction = 0
  private var grouping = 0
  private var multiplier = 1.0
  private var exponentDigits = 0
  private var maximumWhole = 0
  private var alwaysPoint = false

  /// A pattern; `nil` where the text is none.
  init?(_ pattern: String) {
    let halves = Self.halves(pattern)
    guard halves.count <= 2, read(halves[0]) else { return nil }
    if halves.count == 2 {
      var negative = self
      negative.prefix = ""
      negative.suffix = ""
      guard negative.read(halves[1]) else { return nil }
      negativePrefix = negative.prefix
      negativeSuffix = negative.suffix
    }
  }

  /// The number as the pattern writes it.
  func text(of value: TemplateValue) -> String {
    if case .double(let number) = value, !number.isFinite {
      return number.isNaN ? "NaN" : signed("∞", isNegative: number < 0)
    }
    var decimal = decimal(of: value)
    if exponentDigits > 0 { return signed(scientific(&decimal), isNegative: decimal.isNegative) }
    decimal.round(fraction: maximumFraction, halfUp: false)
    let parts = decimal.parts
    var whole = parts.whole.map { Character(Unicode.Scalar($0 + 48)) }
    if whole.count < minimumWhole {
      whole = Array(repeating: "0", count: minimumWhole - whole.count) + whole
    }
    var fraction = parts.fraction.map { Character(Unicode.Scalar($0 + 48)) }
    while fraction.count < minimumFraction { fraction.append("0") }
    if whole.isEmpty, fraction.isEmpty { whole = ["0"] }
    let point = fraction.isEmpty && !alwaysPoint ? "" : "."
    return signed(grouped(whole) + point + String(fraction), isNegative: decimal.isNegative)
  }

  private func decimal(of value: TemplateValue) -> ExactDecimal {
    switch value {
    case .double(let number): return ExactDecimal(exact: number * multiplier)
    default:
      var decimal = ExactDecimal(whole: value.text)
      if !decimal.isZero { decimal.exponent += multiplier == 100 ? 2 : multiplier == 1000 ? 3 : 0 }
      return decimal
    }
  }

  private func signed(_ digits: String, isNegative: Bool) -> String {
    guard isNegative else { return prefix + digits + suffix }
    if let negativePrefix { return negativePrefix + digits + (negativeSuffix ?? "") }
    return "-" + prefix + digits + suffix
  }

  private func grouped(_ whole: [Character]) -> String {
    guard grouping > 0 else { return String(whole) }
    var result: [Character] = []
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % grouping == 0 { result.append(",") }
      result.append(digit)
    }
    return String(result)
  }

  private func scientific(_ decimal: inout ExactDecimal) -> String {
    let shift = decimal.isZero ? 0 : decimal.exponent - max(minimumWhole, 1)
    decimal.exponent -= shift
    decimal.round(fraction: maximumFraction, halfUp: false)
    let parts = decimal.parts
    var fraction = parts.fraction.map { Character(Unicode.Scalar($0 + 48)) }
    while fraction.count < minimumFraction { fraction.append("0") }
    let whole =
      parts.whole.isEmpty ? "0" : String(parts.whole.map { Character(Unicode.Scalar($0 + 48)) })
    let digits = String(shift.magnitude)
    let zeros = String(repeating: "0", count: max(0, exponentDigits - digits.count))
    return whole + (fraction.isEmpty ? "" : ".") + String(fraction) + "E"
      + (shift < 0 ? "-" : "") + zeros + digits
  }

  // MARK: Reading

  /// The pattern cut at semicolons outside of quotes.
  private static func halves(_ pattern: String) -> [[Unicode.Scalar]] {
    var halves: [[Unicode.Scalar]] = [[]]
    var isQuoted = false
    for scalar in pattern.unicodeScalars {
      if scalar == "'" { isQuoted.toggle() }
      if scalar == ";", !isQuoted {
        halves.append([])
      } else {
        halves[halves.count - 1].append(scalar)
      }
    }
    return halves
  }

  private mutating func read(_ scalars: [Unicode.Scalar]) -> Bool {
    let first = affix(scalars, from: 0)
    prefix = first.text
    guard let end = number(scalars, from: first.end) else { return false }
    let last = affix(scalars, from: end)
    suffix = last.text
    return last.end == scalars.count
  }

  /// Text before or behind the digits, without its quotes; percent signs multiply.
  private mutating func affix(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (text: String, end: Int) {
    var text = ""
    var isQuoted = false
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "'" {
        let isDoubled = index + 1 < scalars.count && scalars[index + 1] == "'"
        if isDoubled { text += "'" } else { isQuoted.toggle() }
        index += isDoubled ? 2 : 1
        continue
      }
      if !isQuoted {
        if "#0,.".unicodeScalars.contains(scalar) { break }
        if scalar == "%" { multiplier = 100 }
        if scalar == "‰" { multiplier = 1000 }
        if scalar == "¤" {
          text += "$"
          index += 1
          continue
        }
      }
      text.unicodeScalars.append(scalar)
      index += 1
    }
    return (text, index)
  }

  /// The digits; `nil` where their order is wrong, else where they end.
  private mutating func number(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    var hashes = 0
    var zeros = 0
    var sinceComma: Int?
    while index < scalars.count, "#0,".unicodeScalars.contains(scalars[index]) {
      switch scalars[index] {
      case "#":
        if zeros > 0 { return nil }
        hashes += 1
        sinceComma = sinceComma.map { $0 + 1 }
      case "0":
        zeros += 1
        sinceComma = sinceComma.map { $0 + 1 }
      default: sinceComma = 0
      }
      index += 1
    }
    if sinceComma == 0 { return nil }
    minimumWhole = zeros
    maximumWhole = zeros + hashes
    grouping = sinceComma ?? 0
    return fraction(scalars, from: index)
  }

  private mutating func fraction(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    minimumFraction = 0
    maximumFraction = 0
    if index < scalars.count, scalars[index] == "." {
      index += 1
      while index < scalars.count, "#0".unicodeScalars.contains(scalars[index]) {
        if scalars[index] == "0" {
          if maximumFraction > minimumFraction { return nil }
          minimumFraction += 1
        }
        maximumFraction += 1
        index += 1
      }
      alwaysPoint = maximumFraction == 0
      if minimumWhole == 0, minimumFraction == 0 {
        if maximumWhole > 0 { minimumWhole = 1 } else { minimumFraction = min(1, maximumFraction) }
      }
    }
    exponentDigits = 0
    if index < scalars.count, scalars[index] == "E" {
      index += 1
      while index < scalars.count, scalars[index] == "0" {
        exponentDigits += 1
        index += 1
      }
      if exponentDigits == 0 { return nil }
    }
    return index
  }
}
