/// Lines cut from a stream of bytes, each of a bounded length.
struct JSONLines {
  /// The longest line that is kept, in bytes.
  static let maximumBytes = 16 << 20

  /// One line without its line end.
  enum Line: Equatable {
    case text([UInt8])
    /// A line that was longer than the limit, and was passed over.
    case tooLong
  }

  private let read: () -> [UInt8]
  private var rest: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  /// Cuts what `read` gives, piece by piece; an empty piece is the end.
  init(_ read: @escaping () -> [UInt8]) {
    self.read = read
  }

  /// The next line; `nil` at the end.
  mutating func next() -> Line? {
    var isTooLong = false
    var searched = start
    while true {
      if let end = rest[searched...].firstIndex(of: 10) {
        let line = rest[start..<end]
        start = end + 1
        return isTooLong ? .tooLong : .text(Array(line))
      }
      if rest.count - start > Self.maximumBytes {
        isTooLong = true
        rest = []
        start = 0
      }
      if hasEnded { return last(isTooLong) }
      rest.removeFirst(start)
      start = 0
      searched = rest.count
      let piece = read()
      hasEnded = piece.isEmpty
      rest += piece
    }
  }

  private mutating func last(_ isTooLong: Bool) -> Line? {
    let line = rest[start...]
    start = rest.count
    if isTooLong { return .tooLong }
    return line.isEmpty ? nil : .text(Array(line))
  }
}
