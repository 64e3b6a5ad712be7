/// A place on the screen, in columns and rows counted from 0 at the top left.
nonisolated struct Point: Hashable, Sendable {
  var x: Int
  var y: Int
}

/// An extent in columns and rows.
nonisolated struct Size: Hashable, Sendable {
  var width: Int
  var height: Int

  /// Makes a size; negative extents become 0.
  init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}
