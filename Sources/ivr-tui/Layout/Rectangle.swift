/// A part of the screen, in columns and rows; it may lie outside the screen, whatever draws clips.
nonisolated struct Rectangle: Hashable, Sendable {
  let x: Int
  let y: Int
  let width: Int
  let height: Int

  /// Makes a rectangle; negative extents become 0.
  init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a screen.
  init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The top left place.
  var origin: Point { Point(x: x, y: y) }

  var size: Size { Size(width: width, height: height) }

  /// The first column right of the rectangle.
  var endX: Int { x + width }

  /// The first row below the rectangle.
  var endY: Int { y + height }

  var isEmpty: Bool { width == 0 || height == 0 }

  func contains(_ point: Point) -> Bool {
    (x..<endX).contains(point.x) && (y..<endY).contains(point.y)
  }

  /// What two rectangles share; empty when they do not meet.
  func intersection(_ other: Rectangle) -> Rectangle {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rectangle(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }

  /// The rectangle without a margin on every side, such as what a border leaves.
  func inset(by margin: Int = 1) -> Rectangle {
    inset(horizontal: margin, vertical: margin)
  }

  /// The rectangle without `horizontal` columns at each side and `vertical` rows at each end.
  func inset(horizontal: Int, vertical: Int) -> Rectangle {
    Rectangle(
      x: x + min(horizontal, width / 2), y: y + min(vertical, height / 2),
      width: width - 2 * horizontal, height: height - 2 * vertical)
  }
}

/// How much of a rectangle one of its parts takes.
nonisolated enum Extent: Hashable, Sendable {
  /// That many columns or rows, or what is left of them.
  case fixed(Int)
  /// A share, by weight, of what the fixed parts leave.
  case share(Int)
}

nonisolated extension Rectangle {
  /// Parts below one another from the top; together they never exceed the rectangle.
  func rows(_ extents: [Extent]) -> [Rectangle] {
    var top = y
    return Self.lengths(of: extents, in: height).map { length in
      defer { top += length }
      return Rectangle(x: x, y: top, width: width, height: length)
    }
  }

  /// Parts beside one another from the left; together they never exceed the rectangle.
  func columns(_ extents: [Extent]) -> [Rectangle] {
    var left = x
    return Self.lengths(of: extents, in: width).map { length in
      defer { left += length }
      return Rectangle(x: left, y: y, width: length, height: height)
    }
  }

  /// Fixed parts are served first, in order; shares divide the rest without losing a cell.
  private static func lengths(of extents: [Extent], in total: Int) -> [Int] {
    var left = total
    var lengths = extents.map { extent in
      guard case .fixed(let wanted) = extent else { return 0 }
      let length = min(max(0, wanted), left)
      left -= length
      return length
    }
    var weights = extents.reduce(0) { $0 + weight(of: $1) }
    for (index, extent) in extents.enumerated() where weight(of: extent) > 0 {
      lengths[index] = left * weight(of: extent) / weights
      left -= lengths[index]
      weights -= weight(of: extent)
    }
    return lengths
  }

  private static func weight(of extent: Extent) -> Int {
    guard case .share(let weight) = extent else { return 0 }
    return max(0, weight)
  }
}
