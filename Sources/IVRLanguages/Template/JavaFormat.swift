/// `String.format` of Java in en-US.
///
/// Source: the format strings of `java.util.Formatter`: `%[place$][flags][width][.precision]kind`
/// with the kinds `s S d f e x X o c C b B n %`.
struct JavaFormat {
  private struct Specifier {
    var place: Int?
    var flags: [UInt8] = []
    var width: Int?
    var precision: Int?
    var kind: UInt8 = 0

    func has(_ flag: Unicode.Scalar) -> Bool { flags.contains(UInt8(ascii: flag)) }
  }

  private let arguments: [TemplateValue]

  init(_ arguments: [TemplateValue]) {
    self.arguments = arguments
  }

  /// The text; `nil` where the format does not fit the arguments or is none.
  func text(_ format: String) -> String? {
    var result: [UInt8] = []
    var bytes = Array(format.utf8)[...]
    var place = 0
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let specifier = Self.specifier(&bytes), let text = text(specifier, &place),
        result.count + text.utf8.count <= TemplateLimits.textBytes
      else { return nil }
      result += text.utf8
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func specifier(_ bytes: inout ArraySlice<UInt8>) -> Specifier? {
    var specifier = Specifier()
    let start = bytes
    if let number = number(&bytes), bytes.first == UInt8(ascii: "$") {
      specifier.place = number
      bytes.removeFirst()
    } else {
      bytes = start
    }
    while let flag = bytes.first, "-#+ 0,(".utf8.contains(flag) {
      specifier.flags.append(flag)
      bytes.removeFirst()
    }
    specifier.width = number(&bytes)
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      guard let precision = number(&bytes) else { return nil }
      specifier.precision = precision
    }
    guard let kind = bytes.popFirst() else { return nil }
    specifier.kind = kind
    let limit = TemplateLimits.textBytes
    guard (specifier.width ?? 0) <= limit, (specifier.precision ?? 0) <= limit else { return nil }
    return specifier
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    var value: Int?
    while let digit = bytes.first, (48...57).contains(digit), (value ?? 0) < 1 << 40 {
      value = (value ?? 0) * 10 + Int(digit - 48)
      bytes.removeFirst()
    }
    return value
  }

  private func text(_ specifier: Specifier, _ place: inout Int) -> String? {
    switch specifier.kind {
    case UInt8(ascii: "%"): return padded("%", specifier)
    case UInt8(ascii: "n"): return "\n"
    default: break
    }
    let index = specifier.place.map { $0 - 1 } ?? place
    if specifier.place == nil { place += 1 }
    guard arguments.indices.contains(index) else { return nil }
    guard let text = text(of: arguments[index], specifier) else { return nil }
    return padded(text, specifier)
  }

  private func text(of value: TemplateValue, _ specifier: Specifier) -> String? {
    switch specifier.kind {
    case UInt8(ascii: "s"): return cut(value.javaText, specifier)
    case UInt8(ascii: "S"): return cut(value.javaText.uppercased(), specifier)
    case UInt8(ascii: "b"), UInt8(ascii: "B"):
      var isTrue = !value.isNull
      if case .bool(let given) = value { isTrue = given }
      let word = isTrue ? "true" : "false"
      return specifier.kind == UInt8(ascii: "B") ? word.uppercased() : word
    case UInt8(ascii: "d"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
      return value.isNull ? "null" : whole(value, specifier)
    case UInt8(ascii: "f"), UInt8(ascii: "e"), UInt8(ascii: "E"):
      return value.isNull ? "null" : decimal(value, specifier)
    case UInt8(ascii: "c"), UInt8(ascii: "C"): return character(value)
    default: return nil
    }
  }

  private func cut(_ text: String, _ specifier: Specifier) -> String {
    guard let precision = specifier.precision, precision < text.unitCount else { return text }
    return text.units(0, precision)
  }

  private func character(_ value: TemplateValue) -> String? {
    switch value {
    case .null: "null"
    case .character(let unit): TemplateValue.text(of: unit)
    case .smallInteger(let code):
      UInt32(exactly: code).flatMap { Unicode.Scalar($0) }.map { String($0) }
    default: nil
    }
  }

  // MARK: Numbers

  private func whole(_ value: TemplateValue, _ specifier: Specifier) -> String? {
    guard specifier.precision == nil, !value.isDouble, value.isNumber else { return nil }
    if specifier.kind == UInt8(ascii: "d") {
      let digits = value.text
      let isNegative = digits.hasPrefix("-")
      return signed(String(digits.drop { $0 == "-" }), isNegative: isNegative, specifier)
    }
    let radix = specifier.kind == UInt8(ascii: "o") ? 8 : 16
    let upper = specifier.kind == UInt8(ascii: "X")
    switch value {
    case .integer(let number):
      return String(UInt64(bitPattern: number), radix: radix, uppercase: upper)
    case .smallInteger(let number):
      return String(UInt32(bitPattern: number), radix: radix, uppercase: upper)
    default: return nil
    }
  }

  private func decimal(_ value: TemplateValue, _ specifier: Specifier) -> String? {
    guard case .double(let number) = value else { return nil }
    guard number.isFinite else { return JavaNumberText.double(number) }
    var decimal = ExactDecimal(shortest: number)
    let count = specifier.precision ?? 6
    guard specifier.kind == UInt8(ascii: "f") else {
      return signed(scientific(&decimal, count, specifier), isNegative: number < 0, specifier)
    }
    decimal.round(fraction: count, halfUp: true)
    let parts = decimal.parts
    let whole = parts.whole.isEmpty ? "0" : Self.text(parts.whole)
    let fraction = Self.text(parts.fraction)
    let zeros = String(repeating: "0", count: max(0, count - fraction.count))
    let digits = count == 0 ? whole : whole + "." + fraction + zeros
    return signed(digits, isNegative: number.sign == .minus, specifier)
  }

  private func scientific(
    _ decimal: inout ExactDecimal, _ count: Int, _ specifier: Specifier
  ) -> String {
    var power = decimal.isZero ? 0 : decimal.exponent - 1
    decimal.exponent -= power
    decimal.round(fraction: count, halfUp: true)
    if decimal.exponent > 1 {
      power += 1
      decimal.exponent = 1
    }
    let parts = decimal.parts
    let whole = parts.whole.isEmpty ? "0" : Self.text(parts.whole)
    let fraction = Self.text(parts.fraction)
    let zeros = String(repeating: "0", count: max(0, count - fraction.count))
    let mark = specifier.kind == UInt8(ascii: "E") ? "E" : "e"
    let digits = String(power.magnitude)
    return whole + (count == 0 ? "" : "." + fraction + zeros) + mark + (power < 0 ? "-" : "+")
      + (digits.count < 2 ? "0" : "") + digits
  }

  private static func text(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }

  /// Digits with grouping, sign and leading zeros as the flags say.
  private func signed(_ digits: String, isNegative: Bool, _ specifier: Specifier) -> String {
    var digits = specifier.has(",") ? grouped(digits) : digits
    var sign = isNegative ? "-" : specifier.has("+") ? "+" : specifier.has(" ") ? " " : ""
    var end = ""
    if isNegative, specifier.has("(") {
      sign = "("
      end = ")"
    }
    if specifier.has("0"), let width = specifier.width {
      let missing = width - sign.count - end.count - digits.count
      if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    }
    return sign + digits + end
  }

  private func grouped(_ digits: String) -> String {
    let whole = Array(digits.prefix { $0 != "." && $0 != "e" })
    var result: [Character] = []
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return String(result) + digits.dropFirst(whole.count)
  }

  private func padded(_ text: String, _ specifier: Specifier) -> String {
    guard let width = specifier.width, text.unitCount < width else { return text }
    let blanks = String(repeating: " ", count: width - text.unitCount)
    return specifier.has("-") ? text + blanks : blanks + text
  }
}
