/// The code of a Swift file with its comments and the words of its strings blanked out.
///
/// Every character keeps its line, and code inside interpolations stays.
struct SwiftCode {
  private enum Mode {
    case code(openParentheses: Int)
    case string(quotes: Int, hashes: Int)
    case lineComment
    case blockComment(depth: Int)
  }

  /// The lines, first one first.
  private(set) var lines: [String] = []

  private let bytes: [UInt8]
  private var place = 0
  private var modes: [Mode] = [.code(openParentheses: 0)]
  private var kept: [UInt8] = []

  /// The bytes that can begin or end anything; all others are only copied.
  private static let marks = Set("/*\"#\\()\n".utf8)

  init(_ source: String) {
    bytes = Array(source.utf8)
    kept.reserveCapacity(bytes.count)
    while place < bytes.count { step() }
    lines = String(decoding: kept, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func step() {
    let mode = modes[modes.count - 1]
    guard Self.marks.contains(bytes[place]) else {
      if case .code = mode { return take(1, keep: true) }
      return take(1, keep: false)
    }
    switch mode {
    case .code(let open): stepInCode(open)
    case .string(let quotes, let hashes): stepInString(quotes, hashes)
    case .lineComment:
      if starts(with: "\n") { modes.removeLast() }
      take(1, keep: false)
    case .blockComment(let depth): stepInComment(depth)
    }
  }

  private mutating func stepInCode(_ open: Int) {
    if starts(with: "//") {
      modes.append(.lineComment)
      take(2, keep: false)
    } else if starts(with: "/*") {
      modes.append(.blockComment(depth: 1))
      take(2, keep: false)
    } else if let (quotes, hashes) = openingOfString() {
      modes.append(.string(quotes: quotes, hashes: hashes))
      take(quotes + hashes, keep: false)
    } else {
      countParenthesis(open)
      take(1, keep: true)
    }
  }

  /// The parenthesis that closes an interpolation leads back into its string.
  private mutating func countParenthesis(_ open: Int) {
    if starts(with: "(") {
      modes[modes.count - 1] = .code(openParentheses: open + 1)
    } else if starts(with: ")"), open == 1, modes.count > 1 {
      modes.removeLast()
    } else if starts(with: ")") {
      modes[modes.count - 1] = .code(openParentheses: open - 1)
    }
  }

  private mutating func stepInString(_ quotes: Int, _ hashes: Int) {
    let marks = String(repeating: "#", count: hashes)
    if starts(with: "\\" + marks + "(") {
      take(1 + hashes, keep: false)
      modes.append(.code(openParentheses: 0))
    } else if starts(with: "\\" + marks) {
      take(2 + hashes, keep: false)
    } else if starts(with: String(repeating: "\"", count: quotes) + marks) {
      take(quotes + hashes, keep: false)
      modes.removeLast()
    } else {
      // A string of one line that is still open was none, such as a quote in a regex literal.
      if quotes == 1, starts(with: "\n") { modes.removeLast() }
      take(1, keep: false)
    }
  }

  private mutating func stepInComment(_ depth: Int) {
    if starts(with: "/*") {
      modes[modes.count - 1] = .blockComment(depth: depth + 1)
      take(2, keep: false)
    } else if starts(with: "*/") {
      modes[modes.count - 1] = .blockComment(depth: depth - 1)
      if depth == 1 { modes.removeLast() }
      take(2, keep: false)
    } else {
      take(1, keep: false)
    }
  }

  private func openingOfString() -> (quotes: Int, hashes: Int)? {
    let hashes = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
    let quotes = bytes[(place + hashes)...].prefix(3).prefix { $0 == UInt8(ascii: "\"") }.count
    return quotes == 0 ? nil : (quotes == 3 ? 3 : 1, hashes)
  }

  private func starts(with text: String) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private mutating func take(_ count: Int, keep: Bool) {
    for byte in bytes[place...].prefix(count) {
      kept.append(keep || byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
    }
    place = min(place + count, bytes.count)
  }
}
