/// Bits that nobody can guess, drawn from the operating system.
enum RequestNonce {
  /// 128 new bits, in 32 digits.
  static func next() -> String {
    var system = SystemRandomNumberGenerator()
    return (0..<2).map { _ in padded(String(system.next() as UInt64, radix: 16)) }.joined()
  }

  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: 16 - digits.count) + digits
  }
}
