import Glibc

/// Cuts what comes from a descriptor into lines.
struct LineReader {
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var isSkipping = false
  /// Whether nothing more will come.
  private(set) var isAtEnd = false

  /// The longest line, in bytes.
  static let longest = 10_000

  /// A line, or that one was too long.
  enum Item: Equatable {
    case line(String)
    case tooLong
  }

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Reads once, waiting if there is nothing yet; the lines that are whole now, at the end of the
  /// input also the last one.
  mutating func read() -> [Item] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    guard count > 0 else { return end() }
    return take(bytes.prefix(count))
  }

  private mutating func end() -> [Item] {
    isAtEnd = true
    defer { rest = [] }
    return rest.isEmpty ? [] : [line(rest[...])]
  }

  /// Takes bytes; the lines that are whole now.
  mutating func take(_ bytes: ArraySlice<UInt8>) -> [Item] {
    var items: [Item] = []
    rest += bytes
    while let end = rest.firstIndex(of: 10) {
      items += isSkipping ? [] : [line(rest[..<end])]
      isSkipping = false
      rest.removeSubrange(...end)
    }
    if rest.count > Self.longest {
      items += isSkipping ? [] : [.tooLong]
      isSkipping = true
      rest = []
    }
    return items
  }

  private func line(_ bytes: ArraySlice<UInt8>) -> Item {
    if bytes.count > Self.longest { return .tooLong }
    let text = bytes.last == 13 ? bytes.dropLast() : bytes
    return .line(String(decoding: text, as: UTF8.self))
  }
}
