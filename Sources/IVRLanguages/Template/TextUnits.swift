/// A text by its UTF-16 units, as Java counts and cuts it.
extension String {
  /// The number of UTF-16 units.
  var unitCount: Int {
    utf16.count
  }

  /// Whether every character is one byte, so that units and bytes are the same.
  private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// The part between two counts of units; half of a surrogate pair becomes `?`.
  func units(_ start: Int, _ end: Int) -> String {
    if isASCII {
      let bytes = utf8
      let first = bytes.index(bytes.startIndex, offsetBy: start)
      return String(self[first..<bytes.index(first, offsetBy: end - start)])
    }
    return String(javaUnits: Array(utf16)[start..<end])
  }

  /// A text of UTF-16 units; each half of a surrogate pair becomes `?`, as Java writes it.
  init(javaUnits units: some Collection<UInt16>) {
    self = ""
    var pending: UInt16?
    for unit in units {
      if UTF16.isTrailSurrogate(unit), let lead = pending {
        let value = 0x10000 + (UInt32(lead & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        if let scalar = Unicode.Scalar(value) { unicodeScalars.append(scalar) }
        pending = nil
        continue
      }
      if pending != nil { self += "?" }
      pending = UTF16.isLeadSurrogate(unit) ? unit : nil
      if pending == nil { self += TemplateValue.text(of: unit) }
    }
    if pending != nil { self += "?" }
  }

  /// Title case of each first character behind white space, or of the very first only.
  func titleCased(everyWord: Bool) -> String {
    var result = String.UnicodeScalarView()
    var isFirst = true
    var isDone = false
    for scalar in unicodeScalars {
      if JavaWhitespace.contains(scalar) {
        isFirst = true
      } else if isFirst, !isDone {
        let mapped = scalar.properties.titlecaseMapping.unicodeScalars
        result.append(mapped.count == 1 ? mapped.first ?? scalar : scalar)
        isFirst = false
        isDone = !everyWord
        continue
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// The text without the characters up to U+0020 at both ends.
  var javaTrimmed: String {
    var bytes = utf8[...]
    while let first = bytes.first, first <= 32 { bytes.removeFirst() }
    while let last = bytes.last, last <= 32 { bytes.removeLast() }
    return bytes.count == utf8.count ? self : String(Substring(bytes))
  }

  /// Whether nothing but characters up to U+0020 is in it.
  var isBlank: Bool { utf8.allSatisfy { $0 <= 32 } }
}
