extension GraphQLLexer {
  /// A whole number or a number with fraction or exponent; the text is kept as written.
  mutating func number() throws(GraphQLError) -> GraphQLToken {
    let start = offset
    if peek() == UInt8(ascii: "-") { offset += 1 }
    if peek() == UInt8(ascii: "0") {
      offset += 1
      if let byte = peek(), Self.isDigit(byte) {
        throw fault(.leadingZero, at: offset)
      }
    } else {
      try digits()
    }
    let isFloat = try fraction()
    try refuseTail()
    return token(isFloat ? .float : .int, from: start, text: text(from: start))
  }

  /// Reads what follows the whole part; tells whether there was anything.
  private mutating func fraction() throws(GraphQLError) -> Bool {
    var found = false
    if peek() == UInt8(ascii: ".") {
      found = true
      offset += 1
      try digits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      found = true
      offset += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    return found
  }

  private mutating func digits() throws(GraphQLError) {
    guard let first = peek(), Self.isDigit(first) else { throw notADigit() }
    while let byte = peek(), Self.isDigit(byte) { offset += 1 }
  }

  /// A number may not run into a name or another fraction.
  private func refuseTail() throws(GraphQLError) {
    guard let byte = peek() else { return }
    if byte == UInt8(ascii: ".") || Self.startsName(byte) { throw notADigit() }
  }

  private func notADigit() -> GraphQLError {
    let found = offset < bytes.count ? character(at: offset) : ""
    return fault(.expectedDigit(found: found), at: offset)
  }
}
