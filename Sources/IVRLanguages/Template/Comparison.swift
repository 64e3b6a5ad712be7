import Foundation

/// The operators that compare.
///
/// Source: reference page "Pebble", section 3. Numbers compare as doubles whatever their kinds;
/// other values are equal as Java's `equals` finds them and have no order.
enum Comparison: String, Sendable {
  case equal = "=="
  case unequal = "!="
  case greater = ">"
  case less = "<"
  case greaterOrEqual = ">="
  case lessOrEqual = "<="

  func holds(
    _ left: TemplateValue, _ right: TemplateValue, at offset: Int
  ) throws(TemplateFault) -> Bool {
    if let one = left.doubleValue, let two = right.doubleValue { return holds(one, two) }
    switch self {
    case .equal: return left.isSame(as: right)
    case .unequal: return !left.isSame(as: right)
    default:
      if left.isNull || right.isNull { return false }
      throw TemplateFault(
        .badOperands(operator: rawValue, left: left.kindName, right: right.kindName), at: offset)
    }
  }

  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .greater: left > right
    case .less: left < right
    case .greaterOrEqual: left >= right
    case .lessOrEqual: left <= right
    }
  }
}

extension TemplateValue {
  /// Whether Java's `equals` holds: kinds must be the same, a list equals a list with equal
  /// members, a map equals a map with equal members in any order, an array only itself.
  func isSame(as other: TemplateValue) -> Bool {
    switch (self, other) {
    case (.text(let one), .text(let two)): one.isSame(as: two)
    case (.list(let one), .list(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
    case (.map(let one), .map(let two)):
      one.count == two.count
        && zip(one.keys, one.values).allSatisfy { key, value in
          two[key]?.isSame(as: value) ?? false
        }
    case (.entry(let one), .entry(let two)):
      one.key.isSame(as: two.key) && one.value.isSame(as: two.value)
    case (.array, .array), (.safeText, .safeText): false
    default: self == other
    }
  }

  /// Whether the value counts as true: numbers other than zero, texts that are not empty.
  ///
  /// `null` is false; lists and maps are neither.
  func isTrue(at offset: Int) throws(TemplateFault) -> Bool {
    switch self {
    case .null: return false
    case .bool(let value): return value
    case .text(let text): return !text.isEmpty
    default:
      guard let number = doubleValue else {
        throw TemplateFault(.notABoolean(kindName), at: offset)
      }
      return !number.isNaN && number != 0
    }
  }
}

extension String {
  /// Whether both are the same bytes; Swift's equality takes other spellings of a letter, too.
  ///
  /// Short texts are compared without a call, as Swift keeps their bytes in place.
  @inline(__always)
  func isSame(as other: String) -> Bool {
    utf8.count == other.utf8.count && self == other
  }

  /// Whether the other text occurs in it, byte by byte.
  func holds(_ other: String) -> Bool { firstOffset(of: other) != nil }

  /// UTF-8 bytes before the first occurrence of the other text.
  func firstOffset(of other: String) -> Int? {
    var copy = self
    var wanted = other
    return copy.withUTF8 { whole in
      wanted.withUTF8 { part in Self.search(whole, for: part, from: 0) }
    }
  }

  /// Every occurrence replaced, from the left, without looking at what was put in.
  ///
  /// Beyond the limit of texts the rest is left out; the caller checks the size.
  func replacing(_ other: String, by replacement: String) -> String {
    var copy = self
    var wanted = other
    var result: [UInt8] = []
    copy.withUTF8 { whole in
      wanted.withUTF8 { part in
        var start = 0
        if part.isEmpty {
          for byte in whole {
            guard result.count <= TemplateLimits.textBytes else { return }
            if byte & 0xC0 != 0x80 { result += replacement.utf8 }
            result.append(byte)
          }
          result += replacement.utf8
          return
        }
        while result.count <= TemplateLimits.textBytes,
          let found = Self.search(whole, for: part, from: start)
        {
          result += whole[start..<found]
          result += replacement.utf8
          start = found + part.count
        }
        result += whole[start...]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The place of the first occurrence from `start` on.
  static func search(
    _ whole: UnsafeBufferPointer<UInt8>, for part: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let first = part.first, let wanted = part.baseAddress else { return start }
    guard let base = whole.baseAddress else { return nil }
    var place = start
    while place + part.count <= whole.count,
      let found = memchr(base + place, Int32(first), whole.count - part.count - place + 1)
    {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + place, wanted, part.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}
