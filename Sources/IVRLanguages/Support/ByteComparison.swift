extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes, compared eight at a time where there are eight.
  ///
  /// Keys are a few bytes long: too short for what a call of the C library costs.
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count >= 8, let left = baseAddress, let right = other.baseAddress else {
      for index in indices where self[index] != other[index] { return false }
      return true
    }
    return Self.hasSameWords(UnsafeRawPointer(left), UnsafeRawPointer(right), count: count)
  }

  /// The last word may overlap the one before; there must be eight bytes.
  private static func hasSameWords(
    _ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int
  ) -> Bool {
    var offset = 0
    while true {
      let word = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if word != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
      if offset == count &- 8 { return true }
      offset = Swift.min(offset &+ 8, count &- 8)
    }
  }
}
