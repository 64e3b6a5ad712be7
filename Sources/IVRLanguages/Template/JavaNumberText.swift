/// Numbers as Java writes and reads them.
enum JavaNumberText {
  /// The shortest digits of a positive finite number: value = 0.d1d2d3… × 10^exponent.
  struct Digits {
    /// Decimal digits, each 0 to 9, without leading or trailing zeros; `[0]` for zero.
    var digits: [UInt8]
    /// The power of ten of the point before the first digit.
    var exponent: Int
  }

  /// `Double.toString`: plain from 0.001 up to 10 million, else like `1.0E10`.
  static func double(_ value: Double) -> String {
    guard value.isFinite else {
      return value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
    }
    let sign = value.sign == .minus ? "-" : ""
    guard value != 0 else { return sign + "0.0" }
    let shortest = digits(of: value.magnitude)
    let inPlain = value.magnitude >= 1e-3 && value.magnitude < 1e7
    return sign + (inPlain ? plain(shortest) : scientific(shortest))
  }

  /// The shortest digits that give the number back.
  static func digits(of value: Double) -> Digits {
    var digits: [UInt8] = []
    var exponent = 0
    var pointSeen = false
    var bytes = Array(value.description.utf8)[...]
    while let byte = bytes.first, byte != UInt8(ascii: "e") {
      if byte == UInt8(ascii: ".") {
        pointSeen = true
      } else {
        if !pointSeen { exponent += 1 }
        digits.append(byte - 48)
      }
      bytes.removeFirst()
    }
    if !bytes.isEmpty {
      exponent += Int(String(decoding: bytes.dropFirst(), as: UTF8.self)) ?? 0
    }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
    return digits.isEmpty ? Digits(digits: [0], exponent: 0) : Digits(digits, exponent)
  }

  /// `Double.valueOf`: blanks around are allowed, and a `d` or `f` behind.
  static func parseDouble(_ text: String) -> Double? {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first <= 32 { bytes.removeFirst() }
    while let last = bytes.last, last <= 32 { bytes.removeLast() }
    if let last = bytes.last, "dDfF".utf8.contains(last) { bytes.removeLast() }
    guard let first = bytes.first, "+-.0123456789".utf8.contains(first) else { return nil }
    let allowed = bytes.allSatisfy { "+-.0123456789eE".utf8.contains($0) }
    return allowed ? Double(String(decoding: bytes, as: UTF8.self)) ?? pointEnd(bytes) : nil
  }

  /// Java takes `5.` and `.5`, which Swift may not.
  private static func pointEnd(_ bytes: ArraySlice<UInt8>) -> Double? {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix(".") { return Double(text + "0") }
    if text.hasPrefix(".") { return Double("0" + text) }
    return nil
  }

  private static func plain(_ value: Digits) -> String {
    let letters = value.digits.map { Character(Unicode.Scalar($0 + 48)) }
    let point = value.exponent
    if point <= 0 {
      return "0." + String(repeating: "0", count: -point) + String(letters)
    }
    if point >= letters.count {
      return String(letters) + String(repeating: "0", count: point - letters.count) + ".0"
    }
    return String(letters[..<point]) + "." + String(letters[point...])
  }

  private static func scientific(_ value: Digits) -> String {
    let letters = value.digits.map { Character(Unicode.Scalar($0 + 48)) }
    let rest = letters.count > 1 ? String(letters[1...]) : "0"
    return "\(letters[0]).\(rest)E\(value.exponent - 1)"
  }
}

extension JavaNumberText.Digits {
  init(_ digits: [UInt8], _ exponent: Int) {
    self.init(digits: digits, exponent: exponent)
  }
}
