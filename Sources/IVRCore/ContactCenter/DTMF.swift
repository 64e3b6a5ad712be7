/// A key of a telephone's keypad.
public enum DTMF: String, Codable, Hashable, Sendable, CaseIterable {
  /// The digit 0.
  case zero = "0"
  /// The digit 1.
  case one = "1"
  /// The digit 2.
  case two = "2"
  /// The digit 3.
  case three = "3"
  /// The digit 4.
  case four = "4"
  /// The digit 5.
  case five = "5"
  /// The digit 6.
  case six = "6"
  /// The digit 7.
  case seven = "7"
  /// The digit 8.
  case eight = "8"
  /// The digit 9.
  case nine = "9"
  /// The star.
  case star = "*"
  /// The pound sign, also called hash.
  case pound = "#"
  /// The letter A of the fourth column.
  case a = "A"
  /// The letter B of the fourth column.
  case b = "B"
  /// The letter C of the fourth column.
  case c = "C"
  /// The letter D of the fourth column.
  case d = "D"

  /// The key that a character stands for; letters in either case.
  public init?(_ character: Character) {
    self.init(rawValue: character.uppercased())
  }

  /// Whether it counts as a digit when digits are collected: 0 to 9 and A to D.
  public var isDigit: Bool { self != .star && self != .pound }
}
