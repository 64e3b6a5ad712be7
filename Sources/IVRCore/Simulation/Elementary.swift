/// The logarithm and the exponential, the same on every machine.
///
/// The core imports no C library, and those of two machines differ in the last digit, which is
/// enough to send two runs of one seed apart. Errors stay within a few units in the last place.
enum Elementary {
  private static let lnTwo = 0.693_147_180_559_945_3
  /// The upper digits of ln 2, exact in products with small whole numbers, and the rest.
  private static let lnTwoHigh = 0x1.62e4_2fee_0000_0p-1
  private static let lnTwoLow = 0x1.a39e_f357_93c7_6p-33
  private static let rootHalf = 0.707_106_781_186_547_6

  /// The natural logarithm of a positive number.
  ///
  /// With m in [√½, √2) and s = (m − 1)/(m + 1): ln m = 2 (s + s³/3 + s⁵/5 + …).
  static func log(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value == 0 ? -.infinity : value }
    var exponent = Double(value.exponent) + 1
    var mantissa = value.significand / 2
    if mantissa < rootHalf {
      mantissa *= 2
      exponent -= 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 1.0 / 23
    sum = sum * square + 1.0 / 21
    sum = sum * square + 1.0 / 19
    sum = sum * square + 1.0 / 17
    sum = sum * square + 1.0 / 15
    sum = sum * square + 1.0 / 13
    sum = sum * square + 1.0 / 11
    sum = sum * square + 1.0 / 9
    sum = sum * square + 1.0 / 7
    sum = sum * square + 1.0 / 5
    sum = sum * square + 1.0 / 3
    let fraction = 2 * ratio + 2 * ratio * square * sum
    return exponent * lnTwoHigh + (fraction + exponent * lnTwoLow)
  }

  /// e to a power; 0 and infinity where the result is too small or too large.
  ///
  /// With x = n·ln 2 + r and |r| at most half of ln 2: 2ⁿ times the series of eʳ.
  static func exp(_ value: Double) -> Double {
    guard value > -746 else { return value.isNaN ? value : 0 }
    guard value < 710 else { return .infinity }
    let count = (value / lnTwo).rounded()
    let rest = value - count * lnTwoHigh - count * lnTwoLow
    var sum = 1.0
    var divisor = 16.0
    while divisor > 0.5 {
      sum = 1 + sum * rest / divisor
      divisor -= 1
    }
    // In two steps, so that results near the ends of the range do not pass it on the way.
    let half = Int(count) / 2
    return sum * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: Int(count) - half, significand: 1)
  }

  /// A number to a power, for positive numbers.
  static func power(_ base: Double, _ exponent: Double) -> Double { exp(exponent * log(base)) }
}

extension RandomStream {
  /// A number above 0 and at most 1, evenly spread.
  mutating func nextShare() -> Double { Double((next() >> 11) + 1) * 0x1p-53 }

  /// Whether something of this chance happens.
  mutating func happens(_ chance: Double) -> Bool { nextShare() <= chance }

  /// A number of the exponential distribution with mean 1.
  mutating func nextExponential() -> Double { -Elementary.log(nextShare()) }

  /// A number of the normal distribution with mean 0 and deviation 1.
  ///
  /// Marsaglia's polar method; the second number of a pair is not kept, so that the state of a
  /// stream stays one word.
  mutating func nextNormal() -> Double {
    while true {
      let (x, y) = (2 * nextShare() - 1, 2 * nextShare() - 1)
      let square = x * x + y * y
      if square > 0, square < 1 {
        return x * (-2 * Elementary.log(square) / square).squareRoot()
      }
    }
  }
}
