extension JSONParser {
  /// What a string's bytes up to its closing quote are made of.
  private struct Extent {
    /// The bytes between the quotes.
    let range: Range<Int>
    let hasEscapes: Bool
    let isASCII: Bool
  }

  /// Reads a string from its opening quote past its closing quote.
  mutating func string() throws(JSONFault) -> String {
    let extent = try extent()
    if extent.hasEscapes { return try unescaped(extent.range) }
    let bytes = slice(extent.range)
    let slot = JSONStringCache.slot(of: bytes)
    if let known = strings.text(in: slot, of: bytes) { return known }
    let text = try plain(extent.range, isASCII: extent.isASCII)
    strings.keep(text, source: extent.range, in: slot)
    return text
  }

  /// Reads a key whose number could not be guessed.
  mutating func newKey() throws(JSONFault) -> Int {
    let extent = try extent()
    var source: Range<Int>?
    var key: String
    if extent.hasEscapes {
      key = try unescaped(extent.range)
    } else {
      let known = keys.number(of: slice(extent.range))
      if known != 0 { return known }
      source = extent.range
      key = try plain(extent.range, isASCII: extent.isASCII)
    }
    let known = key.withUTF8 { keys.number(of: $0) }
    return known != 0 ? known : keys.add(key, source: source)
  }

  /// Finds the closing quote, eight bytes at a time, and steps past it.
  private mutating func extent() throws(JSONFault) -> Extent {
    let start = at + 1
    var index = start
    var hasEscapes = false
    var high: UInt64 = 0
    while true {
      let (stop, seen) = firstSpecial(from: index)
      high |= seen
      guard stop < bytes.count else {
        throw JSONFault(kind: .unterminatedString, offset: start - 1)
      }
      switch bytes[stop] {
      case UInt8(ascii: "\""):
        at = stop + 1
        return Extent(range: start..<stop, hasEscapes: hasEscapes, isASCII: high == 0)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index = stop + 2
      default: throw JSONFault(kind: .controlCharacter(bytes[stop]), offset: stop)
      }
    }
  }

  /// The next quote, backslash or control character, and the high bits of the bytes before it.
  private func firstSpecial(from start: Int) -> (stop: Int, high: UInt64) {
    let raw = UnsafeRawBufferPointer(bytes)
    var high: UInt64 = 0
    var index = start
    while index &+ 8 <= raw.count, let base = raw.baseAddress {
      let word = JSONWord(base, at: index)
      let found = word.special
      if found != 0 {
        let bits = UInt64(found.trailingZeroBitCount & ~7)
        let before: UInt64 = bits == 0 ? 0 : (1 << bits) &- 1
        return (index + Int(bits / 8), high | word.bits & JSONWord.tops & before)
      }
      high |= word.bits & JSONWord.tops
      index &+= 8
    }
    while index < raw.count {
      let byte = raw[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      high |= UInt64(byte & 0x80)
      index += 1
    }
    return (index, high)
  }

  private func plain(_ range: Range<Int>, isASCII: Bool) throws(JSONFault) -> String {
    if !isASCII, !isValid { try validate(range) }
    return String(decoding: slice(range), as: UTF8.self)
  }

  private func unescaped(_ range: Range<Int>) throws(JSONFault) -> String {
    if !isValid { try validate(range) }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape(&index, before: range.upperBound))
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The UTF-8 of one escape, or of a pair of them; steps past it.
  private func escape(_ index: inout Int, before end: Int) throws(JSONFault) -> [UInt8] {
    let start = index
    index += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [bytes[start + 1]]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape(&index, start: start, before: end)
      return Array(String(scalar).utf8)
    default: throw JSONFault(kind: .badEscape, offset: start)
    }
  }

  private func unicodeEscape(
    _ index: inout Int, start: Int, before end: Int
  ) throws(JSONFault) -> Unicode.Scalar {
    guard let unit = hex(at: index, before: end) else {
      throw JSONFault(kind: .badEscape, offset: start)
    }
    index += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, index + 6 <= end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u"), let low = hex(at: index + 2, before: end),
      low >= 0xDC00, low < 0xE000,
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
    else { throw JSONFault(kind: .loneSurrogate, offset: start) }
    index += 6
    return scalar
  }

  private func hex(at start: Int, before end: Int) -> UInt16? {
    guard start + 4 <= end else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[start..<start + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// Source: RFC 3629, section 4.
  private func validate(_ range: Range<Int>) throws(JSONFault) {
    var index = range.lowerBound
    while index < range.upperBound {
      let first = bytes[index]
      guard first >= 0x80 else {
        index += 1
        continue
      }
      let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard first >= 0xC2, first <= 0xF4, index + length <= range.upperBound,
        isSecond(bytes[index + 1], after: first),
        bytes[index + 2..<max(index + 2, index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      else { throw JSONFault(kind: .invalidUTF8, offset: index) }
      index += length
    }
  }

  /// Whether the second byte of a character excludes overlong forms and surrogates.
  private func isSecond(_ byte: UInt8, after first: UInt8) -> Bool {
    switch first {
    case 0xE0: byte >= 0xA0 && byte < 0xC0
    case 0xED: byte >= 0x80 && byte < 0xA0
    case 0xF0: byte >= 0x90 && byte < 0xC0
    case 0xF4: byte >= 0x80 && byte < 0x90
    default: byte & 0xC0 == 0x80
    }
  }
}
