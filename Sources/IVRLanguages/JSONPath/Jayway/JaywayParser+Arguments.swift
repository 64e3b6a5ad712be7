extension JaywayParser {
  /// What an argument is known to be by its first character.
  private enum ArgumentKind {
    case json, path
  }

  /// Arguments from after the opening bracket past the closing one.
  ///
  /// An argument that begins with anything but a path, a digit, a minus, a brace or a double
  /// quote is read over, as a string in single quotes is.
  mutating func arguments() throws(JSONPathFault) -> [JaywayArgument] {
    var arguments: [JaywayArgument] = []
    var kind: ArgumentKind?
    var start = text.at
    var brackets = 0
    var parentheses = 1
    while let scalar = text.current {
      if kind == nil {
        kind = Self.kind(of: scalar)
        start = text.at
      }
      switch scalar {
      case "\"": text.at = text.unescaped("\"", after: text.at) ?? text.end
      case "[", "{": brackets += 1
      case "]", "}":
        guard brackets > 0 else { throw text.unexpected(.argument) }
        brackets -= 1
      case "(": parentheses += 1
      case ")": parentheses -= 1
      default: break
      }
      let isEnd = brackets == 0 && (parentheses == 0 || (scalar == "," && parentheses == 1))
      if isEnd {
        if let kind { arguments.append(try argument(kind, start..<text.at)) }
        kind = nil
      }
      text.at += 1
      if isEnd, parentheses == 0 { return arguments }
    }
    throw text.fault(.unexpectedEnd(expected: .parenthesis), at: text.end)
  }

  private static func kind(of scalar: Unicode.Scalar) -> ArgumentKind? {
    switch scalar {
    case "{", "\"", "-", "0"..."9": .json
    case "$", "@": .path
    default: nil
    }
  }

  private func argument(
    _ kind: ArgumentKind, _ range: Range<Int>
  ) throws(JSONPathFault) -> JaywayArgument {
    switch kind {
    case .json: return .json(try? JSONText.parse(text.string(range)))
    case .path:
      guard depth < JSONPath.maximumDepth else {
        throw text.fault(.nestingTooDeep(limit: JSONPath.maximumDepth), at: range.lowerBound)
      }
      let inner = JaywayText(Array(text.scalars[range]), base: text.offset(range.lowerBound))
      var parser = JaywayParser(text: inner, depth: depth + 1)
      return .path(try parser.compile())
    }
  }
}
