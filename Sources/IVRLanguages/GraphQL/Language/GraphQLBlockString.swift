/// The text inside three quotes, and back.
///
/// Source: GraphQL specification, October 2021, section 2.9.4, `BlockStringValue`.
enum GraphQLBlockString {
  /// The value of the raw text: common indentation and blank first and last lines are gone.
  static func value(of raw: [UInt8]) -> String {
    var lines = split(raw)
    let indent = commonIndent(of: lines.dropFirst())
    for index in lines.indices.dropFirst() { lines[index] = lines[index].dropFirst(indent) }
    let kept = lines.drop(while: isBlank)
    let end = kept.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? kept.startIndex
    let joined = kept[kept.startIndex..<end].joined(separator: [10])
    return String(decoding: Array(joined), as: UTF8.self)
  }

  /// The text as it is written between three quotes, quotes included.
  static func printed(_ text: String) -> String {
    let escaped = replacingTripleQuotes(in: text)
    let lines = split(Array(escaped.utf8))
    let isSingle = lines.count == 1
    let rest = lines.dropFirst()
    let forceLeading =
      !isSingle && rest.allSatisfy { $0.isEmpty || $0.first == 32 || $0.first == 9 }
    let endsInQuotes = escaped.hasSuffix("\\\"\"\"")
    let endsInQuote = escaped.hasSuffix("\"") && !endsInQuotes
    let endsInBackslash = text.hasSuffix("\\")
    let forceTrailing = endsInQuote || endsInBackslash
    let isLong = !isSingle || text.unicodeScalars.count > 70
    let asMultiple = isLong || forceTrailing || forceLeading || endsInQuotes
    let skipFirst = isSingle && (text.utf8.first == 32 || text.utf8.first == 9)
    var result = "\"\"\""
    if asMultiple && !skipFirst || forceLeading { result += "\n" }
    result += escaped
    if asMultiple || forceTrailing { result += "\n" }
    return result + "\"\"\""
  }

  private static func replacingTripleQuotes(in text: String) -> String {
    var result = ""
    var quotes = 0
    for character in text.unicodeScalars {
      quotes = character == "\"" ? quotes + 1 : 0
      result.unicodeScalars.append(character)
      if quotes == 3 {
        result.unicodeScalars.removeLast(3)
        result += "\\\"\"\""
        quotes = 0
      }
    }
    return result
  }

  private static func split(_ raw: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < raw.count {
      if raw[index] == 10 || raw[index] == 13 {
        lines.append(raw[start..<index])
        if raw[index] == 13, index + 1 < raw.count, raw[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(raw[start...])
    return lines
  }

  private static func commonIndent(of lines: ArraySlice<ArraySlice<UInt8>>) -> Int {
    lines.filter { !isBlank($0) }.map { $0.prefix { isSpace($0) }.count }.min() ?? 0
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { isSpace($0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
