/// A text that can tell line and column of its bytes and cut out a line with a caret under it.
public struct SourceText: Hashable, Sendable {
  /// The text as UTF-8 bytes.
  public let bytes: [UInt8]

  /// Wraps a text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Wraps bytes that are expected to be UTF-8.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The place of a byte offset; offsets past the end give the end.
  ///
  /// Lines end with LF, CR or CR LF.
  public func position(at offset: Int) -> SourcePosition {
    let end = min(max(offset, 0), bytes.count)
    let start = lineStart(before: end)
    var line = 1
    for index in 0..<start where endsLine(index) { line += 1 }
    return SourcePosition(offset: end, line: line, column: scalars(from: start, to: end) + 1)
  }

  /// The line that holds `offset`, without its line end.
  public func line(at offset: Int) -> String {
    let start = lineStart(before: min(max(offset, 0), bytes.count))
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The line that holds `offset` and below it a caret under the place, cut to about 72 columns.
  public func excerpt(at offset: Int) -> String {
    let place = position(at: offset)
    let scalars = Array(line(at: offset).unicodeScalars)
    let first = max(0, min(place.column - 36, scalars.count - 72))
    let shown = scalars.dropFirst(first).prefix(72).map { $0.value < 32 ? " " : String($0) }
    let indent = String(repeating: " ", count: place.column - 1 - first)
    return shown.joined() + "\n" + indent + "^"
  }

  private func lineStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, !endsLine(start - 1) { start -= 1 }
    return start
  }

  private func endsLine(_ index: Int) -> Bool {
    bytes[index] == 10
      || bytes[index] == 13 && !(index + 1 < bytes.count && bytes[index + 1] == 10)
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    bytes[start..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
