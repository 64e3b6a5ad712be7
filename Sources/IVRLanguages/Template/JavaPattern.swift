import Foundation

/// A regular expression of Java, over the one of ICU, which reads nearly the same.
struct JavaPattern {
  /// A pattern that means only itself, without its backslashes; needs no regular expression.
  private let literal: String?
  private let expression: NSRegularExpression?

  init(_ pattern: String, at offset: Int) throws(TemplateFault) {
    literal = Self.literal(pattern)
    guard literal == nil else {
      expression = nil
      return
    }
    do {
      expression = try NSRegularExpression(pattern: pattern)
    } catch {
      throw TemplateFault(.badPattern(pattern), at: offset)
    }
  }

  /// The parts between the matches.
  ///
  /// Without a limit all, but no empty ones at the end; with a positive limit at most that many;
  /// with a negative limit all.
  func split(_ text: String, limit: Int) -> [TemplateValue] {
    if let literal, !literal.isEmpty { return Self.split(text, by: literal, limit: limit) }
    let units = Array(text.utf16)
    var parts: [ArraySlice<UInt16>] = []
    var start = 0
    var matched = false
    for range in ranges(in: text, units) {
      if limit > 0, parts.count == limit - 1 { break }
      if range.isEmpty, range.lowerBound == 0 { continue }
      parts.append(units[start..<range.lowerBound])
      start = range.upperBound
      matched = true
    }
    guard matched else { return [.text(text)] }
    parts.append(units[start...])
    if limit == 0 {
      while parts.last?.isEmpty ?? false { parts.removeLast() }
    }
    return parts.map { .text(String(javaUnits: $0)) }
  }

  func matchesAll(of text: String) -> Bool {
    guard let expression else { return text == literal }
    let whole = NSRange(location: 0, length: text.utf16.count)
    guard
      let anchored = try? NSRegularExpression(pattern: "^(?:\(expression.pattern))\\z")
    else { return false }
    return anchored.firstMatch(in: text, range: whole) != nil
  }

  /// The text with every match, or the first one, replaced; `$1` stands for a group.
  func replace(in text: String, by template: String, onlyFirst: Bool) -> String {
    let pattern = expression ?? Self.expression(for: literal ?? "")
    guard let pattern else { return text }
    let units = text.utf16.count
    let matches = pattern.matches(in: text, range: NSRange(location: 0, length: units))
    let chosen = onlyFirst ? Array(matches.prefix(1)) : matches
    let whole = NSMutableString(string: text)
    for match in chosen.reversed() {
      let put = pattern.replacementString(for: match, in: text, offset: 0, template: template)
      whole.replaceCharacters(in: match.range, with: put)
    }
    return String(whole)
  }

  /// The same for a text as delimiter, on bytes.
  private static func split(
    _ text: String, by delimiter: String, limit: Int
  ) -> [TemplateValue] {
    var text = text
    var delimiter = delimiter
    var parts: [TemplateValue] = []
    text.withUTF8 { whole in
      delimiter.withUTF8 { wanted in
        var start = 0
        while limit <= 0 || parts.count < limit - 1,
          let found = String.search(whole, for: wanted, from: start)
        {
          parts.append(.text(String(decoding: whole[start..<found], as: UTF8.self)))
          start = found + wanted.count
        }
        parts.append(.text(String(decoding: whole[start...], as: UTF8.self)))
      }
    }
    if limit == 0, parts.count > 1 {
      while parts.last == .text("") { parts.removeLast() }
    }
    return parts
  }

  private func ranges(in text: String, _ units: [UInt16]) -> [Range<Int>] {
    guard let expression else { return Self.places(between: units) }
    let whole = NSRange(location: 0, length: units.count)
    return expression.matches(in: text, range: whole).map {
      $0.range.location..<$0.range.location + $0.range.length
    }
  }

  /// An empty pattern matches before and behind every character.
  private static func places(between units: [UInt16]) -> [Range<Int>] {
    let places = (0...units.count).filter {
      $0 == units.count || !UTF16.isTrailSurrogate(units[$0])
    }
    return places.map { $0..<$0 }
  }

  private static func expression(for literal: String) -> NSRegularExpression? {
    let escaped = NSRegularExpression.escapedPattern(for: literal)
    return try? NSRegularExpression(pattern: escaped)
  }

  private static func literal(_ pattern: String) -> String? {
    var content: [UInt8] = []
    var bytes = Array(pattern.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "\\") {
        guard let next = bytes.popFirst(), next < 0x80, !isLetterOrDigit(next) else { return nil }
        content.append(next)
      } else if "[]{}()*+?.^$|".utf8.contains(byte) {
        return nil
      } else {
        content.append(byte)
      }
    }
    return String(decoding: content, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
