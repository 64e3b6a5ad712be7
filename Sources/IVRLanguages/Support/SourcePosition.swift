/// A place in a text: a byte offset with its line and column.
public struct SourcePosition: Hashable, Sendable, Codable, Comparable {
  /// UTF-8 bytes before the place.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// A place given by all three numbers.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// The first place of any text.
  public static let start = SourcePosition(offset: 0, line: 1, column: 1)

  /// Orders by offset.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    left.offset < right.offset
  }
}
