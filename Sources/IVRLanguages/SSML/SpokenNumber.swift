/// How many words numbers are spoken with, as English counts them.
enum SpokenNumber {
  /// The words of a number written in digits; with a leading zero or very long, digit by digit.
  static func words(digits: String) -> Int {
    guard digits.count <= 15, digits.first != "0" || digits == "0", let value = Int64(digits) else {
      return digits.count
    }
    return words(value)
  }

  /// The words of a whole number; `forty-five` is two.
  static func words(_ value: Int64) -> Int {
    if value == 0 { return 1 }
    var rest = value.magnitude
    var count = value < 0 ? 1 : 0
    var isScaled = false
    while rest > 0 {
      let group = wordsBelowThousand(Int(rest % 1_000))
      count += group + (group > 0 && isScaled ? 1 : 0)
      isScaled = true
      rest /= 1_000
    }
    return count
  }

  /// The words of a year: `nineteen sixty`, `two thousand five`, `nineteen oh five`.
  static func words(year: Int) -> Int {
    guard (1_000...9_999).contains(year), year % 1_000 >= 10 else { return words(Int64(year)) }
    let (century, rest) = (Int64(year / 100), Int64(year % 100))
    if rest == 0 { return words(century) + 1 }
    return words(century) + words(rest) + (rest < 10 ? 1 : 0)
  }

  private static func wordsBelowThousand(_ value: Int) -> Int {
    let rest = value % 100
    let small = rest == 0 ? 0 : (rest < 20 || rest % 10 == 0 ? 1 : 2)
    return small + (value >= 100 ? 2 : 0)
  }
}
