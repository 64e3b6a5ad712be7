import Foundation

/// A regular expression of Java, over the one of ICU, which reads nearly the same.
struct JavaPattern {
  /// A pattern that means only itself, without its backslashes; needs no regular expression.
  private let literal: String?
  private let expression: NSRegularExpression?
  private let source: String
  private let offset: Int

  init(_ pattern: String, at offset: Int) throws(TemplateFault) {
    source = pattern
    self.offset = offset
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
  func split(_ text: String, limit: Int) throws(TemplateFault) -> [TemplateValue] {
    let parts = try allParts(of: text, limit: limit)
    guard parts.count <= TemplateLimits.listMembers else {
      throw TemplateFault(.listTooLong(limit: TemplateLimits.listMembers), at: offset)
    }
    return parts
  }

  private func allParts(of text: String, limit: Int) throws(TemplateFault) -> [TemplateValue] {
    if let literal, !literal.isEmpty { return Self.split(text, by: literal, limit: limit) }
    let units = Array(text.utf16)
    var parts: [ArraySlice<UInt16>] = []
    var start = 0
    var matched = false
    for range in try ranges(in: text, units) {
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

  func matchesAll(of text: String) throws(TemplateFault) -> Bool {
    guard let expression else { return text == literal }
    guard
      let anchored = try? NSRegularExpression(pattern: "^(?:\(expression.pattern))\\z")
    else { return false }
    return try !matches(of: anchored, in: text, atMost: 1).isEmpty
  }

  /// The text with every match, or the first one, replaced; `$1` stands for a group.
  func replace(
    in text: String, by template: String, onlyFirst: Bool
  ) throws(TemplateFault) -> String {
    let pattern = expression ?? Self.expression(for: literal ?? "")
    guard let pattern else { return text }
    let matches = try matches(of: pattern, in: text, atMost: onlyFirst ? 1 : .max)
    let whole = text as NSString
    var result = ""
    var start = 0
    for match in matches {
      result += whole.substring(
        with: NSRange(location: start, length: match.range.location - start))
      result += pattern.replacementString(for: match, in: text, offset: 0, template: template)
      start = match.range.location + match.range.length
      guard result.utf8.count <= TemplateLimits.textBytes else { return result }
    }
    return result + whole.substring(from: start)
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
        while limit <= 0 || parts.count < limit - 1, parts.count <= TemplateLimits.listMembers,
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

  private func ranges(
    in text: String, _ units: [UInt16]
  ) throws(TemplateFault) -> [Range<Int>] {
    guard let expression else { return Self.places(between: units) }
    return try matches(of: expression, in: text, atMost: TemplateLimits.listMembers + 1).map {
      $0.range.location..<$0.range.location + $0.range.length
    }
  }

  private func matches(
    of expression: NSRegularExpression, in text: String, atMost count: Int
  ) throws(TemplateFault) -> [NSTextCheckingResult] {
    do throws(BoundedPattern.GivenUp) {
      return try BoundedPattern.matches(of: expression, in: text, atMost: count)
    } catch {
      throw TemplateFault(.patternTooSlow(source), at: offset)
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
