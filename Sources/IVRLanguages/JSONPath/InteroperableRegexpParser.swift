/// Reads the patterns of RFC 9485; every fault gives `nil`.
struct InteroperableRegexpParser {
  /// A part of a pattern.
  indirect enum Node {
    case character(InteroperableRegexp.CharacterClass)
    case start
    case end
    case sequence([Node])
    case alternatives([Node])
    case repeated(Node, least: Int, most: Int?)
  }

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  private static let maximumDepth = 40
  private static let maximumRepetitions = 1_000
  private static let categories: Set<String> = [
    "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc",
    "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Z", "Zl", "Zp", "Zs", "S", "Sc", "Sk", "Sm", "So", "C",
    "Cc", "Cf", "Cn", "Co",
  ]

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  mutating func document() -> Node? {
    guard let node = alternatives(), at == scalars.count else { return nil }
    return node
  }

  private mutating func alternatives() -> Node? {
    guard depth < Self.maximumDepth, let first = sequence() else { return nil }
    var nodes = [first]
    while take("|") {
      guard let next = sequence() else { return nil }
      nodes.append(next)
    }
    return nodes.count == 1 ? first : .alternatives(nodes)
  }

  private mutating func sequence() -> Node? {
    var nodes: [Node] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      guard let atom = atom(), let piece = quantified(atom) else { return nil }
      nodes.append(piece)
    }
    return .sequence(nodes)
  }

  private mutating func atom() -> Node? {
    guard let scalar = current else { return nil }
    at += 1
    switch scalar {
    case "(":
      depth += 1
      guard let node = alternatives(), take(")") else { return nil }
      depth -= 1
      return node
    case "[": return classExpression().map(Node.character)
    case ".":
      return .character(.init(ranges: [10...10, 13...13], isNegated: true))
    case "\\": return escape().map(Node.character)
    case "^": return .start
    case "$": return .end
    case "*", "+", "?", "{", "}", "]": return nil
    default: return .character(.init(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func quantified(_ node: Node) -> Node? {
    if take("*") { return .repeated(node, least: 0, most: nil) }
    if take("+") { return .repeated(node, least: 1, most: nil) }
    if take("?") { return .repeated(node, least: 0, most: 1) }
    guard take("{") else { return node }
    guard let least = number() else { return nil }
    guard take(",") else { return take("}") ? .repeated(node, least: least, most: least) : nil }
    if take("}") { return .repeated(node, least: least, most: nil) }
    guard let most = number(), most >= least, take("}") else { return nil }
    return .repeated(node, least: least, most: most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = current, let digit = Int(String(scalar)), scalar.isASCII {
      value = (value ?? 0) * 10 + digit
      guard value ?? 0 <= Self.maximumRepetitions else { return nil }
      at += 1
    }
    return value
  }

  /// What follows a backslash: one character or a category.
  private mutating func escape() -> InteroperableRegexp.CharacterClass? {
    guard let scalar = current else { return nil }
    at += 1
    if scalar == "p" || scalar == "P" { return category(isNegated: scalar == "P") }
    return Self.escaped(scalar).map { .init(ranges: [$0.value...$0.value]) }
  }

  private mutating func category(isNegated: Bool) -> InteroperableRegexp.CharacterClass? {
    guard take("{") else { return nil }
    var name = ""
    while let scalar = current, scalar != "}" {
      name.unicodeScalars.append(scalar)
      at += 1
    }
    guard take("}"), Self.categories.contains(name) else { return nil }
    return .init(categories: [.init(name: name, isNegated: isNegated)])
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}", "$": scalar
    default: nil
    }
  }

  /// A class after its opening bracket.
  private mutating func classExpression() -> InteroperableRegexp.CharacterClass? {
    var set = InteroperableRegexp.CharacterClass()
    set.isNegated = take("^")
    var isFirst = true
    while !take("]") {
      guard addMember(to: &set, isFirst: isFirst) else { return nil }
      isFirst = false
    }
    return isFirst ? nil : set
  }

  /// A character, a range or a category; a hyphen stands for itself only first and last.
  private mutating func addMember(
    to set: inout InteroperableRegexp.CharacterClass, isFirst: Bool
  ) -> Bool {
    guard let scalar = current, scalar != "[" else { return false }
    at += 1
    var low = scalar
    if scalar == "\\" {
      guard let escape = escape() else { return false }
      set.categories += escape.categories
      guard let range = escape.ranges.first, let single = Unicode.Scalar(range.lowerBound) else {
        return true
      }
      low = single
    } else if scalar == "-" {
      guard isFirst || current == "]" else { return false }
      set.ranges.append(45...45)
      return true
    }
    guard current == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
      set.ranges.append(low.value...low.value)
      return true
    }
    at += 1
    guard let high = rangeEnd(), high.value >= low.value else { return false }
    set.ranges.append(low.value...high.value)
    return true
  }

  private mutating func rangeEnd() -> Unicode.Scalar? {
    guard let scalar = current, scalar != "[", scalar != "-" else { return nil }
    at += 1
    guard scalar == "\\" else { return scalar }
    return escape()?.ranges.first.flatMap { Unicode.Scalar($0.lowerBound) }
  }

  private var current: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    at += 1
    return true
  }
}
