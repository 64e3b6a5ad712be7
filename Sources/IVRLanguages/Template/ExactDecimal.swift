/// A number as decimal digits that can be rounded without error.
struct ExactDecimal {
  var isNegative: Bool
  /// Digits from the first; the value is 0.d1d2… × 10^exponent.
  var digits: [UInt8]
  var exponent: Int

  /// A whole number by its digits.
  init(whole text: String) {
    isNegative = text.hasPrefix("-")
    digits = text.utf8.filter { $0 != UInt8(ascii: "-") }.map { $0 - 48 }
    exponent = digits.count
    trim()
  }

  /// The shortest digits that give the double back.
  init(shortest value: Double) {
    let shortest = JavaNumberText.digits(of: value.magnitude)
    isNegative = value.sign == .minus
    digits = shortest.digits
    exponent = shortest.exponent
    trim()
  }

  /// The double exactly, bit by bit.
  init(exact value: Double) {
    self.init(whole: String(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)))
    isNegative = value.sign == .minus
    let bits = Int(value.exponentBitPattern)
    let power = max(bits, 1) - 1075
    for _ in 0..<max(power, 0) { double() }
    for _ in 0..<max(-power, 0) { halve() }
    trim()
  }

  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// The digits before and behind the point, rounded to so many behind it.
  mutating func round(fraction: Int, halfUp: Bool) {
    let keep = exponent + fraction
    guard keep < digits.count else { return }
    guard keep >= 0 else {
      digits = []
      exponent = 0
      return
    }
    let next = digits[keep]
    let isTie = next == 5 && digits[(keep + 1)...].allSatisfy { $0 == 0 }
    let isOdd = keep > 0 && digits[keep - 1] % 2 == 1
    let goesUp = isTie ? halfUp || isOdd : next >= 5
    digits.removeSubrange(keep...)
    if goesUp { increment() }
    trim()
  }

  /// The digits before the point and behind it, without zeros that say nothing.
  var parts: (whole: [UInt8], fraction: [UInt8]) {
    if exponent <= 0 {
      return ([], digits.isEmpty ? [] : [UInt8](repeating: 0, count: -exponent) + digits)
    }
    if exponent >= digits.count {
      return (digits + [UInt8](repeating: 0, count: exponent - digits.count), [])
    }
    return (Array(digits[..<exponent]), Array(digits[exponent...]))
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  private mutating func increment() {
    for place in digits.indices.reversed() {
      if digits[place] < 9 {
        digits[place] += 1
        return
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func double() {
    var carry: UInt8 = 0
    for place in digits.indices.reversed() {
      let sum = digits[place] * 2 + carry
      digits[place] = sum % 10
      carry = sum / 10
    }
    if carry > 0 {
      digits.insert(carry, at: 0)
      exponent += 1
    }
  }

  private mutating func halve() {
    var carry: UInt8 = 0
    for place in digits.indices {
      let value = carry * 10 + digits[place]
      digits[place] = value / 2
      carry = value % 2
    }
    if carry > 0 { digits.append(5) }
    if digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
  }
}
