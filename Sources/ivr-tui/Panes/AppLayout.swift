/// Where everything stands on a screen of a size.
struct AppLayout: Equatable {
  enum Kind: Equatable {
    /// Not even one pane fits.
    case tooSmall
    /// The focused pane alone.
    case single
    /// Four panes; the trace replaces them while it has the focus.
    case double
    /// The trace below the four.
    case stacked
    /// The trace beside the four.
    case triple
  }

  static let smallest = Size(width: 60, height: 16)
  static let full = Size(width: 80, height: 24)
  static let wide = 140
  static let tall = 40

  let kind: Kind
  let status: Rectangle
  /// What the other panes do, where one fills the screen.
  var others: Rectangle?
  private(set) var panes: [Pane: Rectangle] = [:]
  private(set) var detail: Rectangle?
  let hint: Rectangle
  let help: Rectangle

  /// `hintRows` is how many rows the line of hints takes; a demo's captions stand there too.
  init(size: Size, focus: Pane, isZoomed: Bool = false, hintRows: Int = 1) {
    let all = Rectangle(size)
    let kind = Self.kind(size)
    self.kind = isZoomed && kind != .tooSmall ? .single : kind
    let rows = all.rows([
      .fixed(1), .fixed(self.kind == .single ? 1 : 0), .share(1), .fixed(hintRows), .fixed(1),
    ])
    (status, hint, help) = (rows[0], rows[3], rows[4])
    others = self.kind == .single ? rows[1] : nil
    switch self.kind {
    case .tooSmall: break
    case .single: placeSingle(rows[2], focus)
    case .double where focus == .trace: placeTrace(rows[2], traceRows: 9)
    case .double: placeFour(rows[2])
    case .stacked:
      let parts = rows[2].rows([.fixed(21), .share(1)])
      placeFour(parts[0])
      placeTrace(parts[1], traceRows: parts[1].height / 2)
    case .triple:
      let columns = rows[2].columns([.share(56), .share(44)])
      placeFour(columns[0])
      placeTrace(columns[1], traceRows: nil)
    }
  }

  private static func kind(_ size: Size) -> Kind {
    if size.width < smallest.width || size.height < smallest.height { return .tooSmall }
    if size.width < full.width || size.height < full.height { return .single }
    if size.width >= wide { return .triple }
    return size.height < tall ? .double : .stacked
  }

  private mutating func placeSingle(_ area: Rectangle, _ focus: Pane) {
    guard focus == .trace else {
      panes[focus] = area
      return
    }
    placeTrace(area, traceRows: nil)
  }

  private mutating func placeTrace(_ area: Rectangle, traceRows: Int?) {
    let rows = area.rows([traceRows.map { .fixed($0) } ?? .share(1), .share(1)])
    panes[.trace] = rows[0]
    detail = rows[1]
  }

  private mutating func placeFour(_ area: Rectangle) {
    let columns = area.columns([.fixed(34), .share(1)])
    let left = columns[0].rows([.fixed(13), .share(1)])
    let right = columns[1].rows([.share(13), .share(8)])
    panes[.phone] = left[0]
    panes[.agent] = left[1]
    panes[.heard] = right[0]
    panes[.queue] = right[1]
  }
}
