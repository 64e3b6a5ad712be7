/// What has to be drawn to turn one picture into the next.
nonisolated struct ScreenDiff: Hashable, Sendable {
  /// Changed cells that lie beside one another in a row; never half of a wide character.
  struct Run: Hashable, Sendable {
    let x: Int
    let y: Int
    let cells: [Cell]
  }

  /// The runs, from the top left to the bottom right.
  let runs: [Run]

  /// Compares two pictures; without an old one, or with one of another size, every row is a run.
  init(from old: Screen?, to new: Screen) {
    guard let old, old.size == new.size else {
      runs = (0..<new.size.height).map { Run(x: 0, y: $0, cells: Array(new.row($0))) }
      return
    }
    runs = (0..<new.size.height).flatMap { Self.runs(row: $0, from: old, to: new) }
  }

  /// How many cells change.
  var cellCount: Int { runs.reduce(0) { $0 + $1.cells.count } }

  private static func runs(row: Int, from old: Screen, to new: Screen) -> [Run] {
    let before = Array(old.row(row))
    let after = Array(new.row(row))
    guard before != after else { return [] }
    var runs: [Run] = []
    var x = 0
    while x < after.count {
      guard before[x] != after[x] else {
        x += 1
        continue
      }
      var start = x
      while start > 0, after[start].isContinuation || before[start].isContinuation { start -= 1 }
      var end = x + 1
      while end < after.count, isPart(end, before, after) { end += 1 }
      runs.append(Run(x: start, y: row, cells: Array(after[start..<end])))
      x = end
    }
    return runs
  }

  /// Whether a cell belongs to the run left of it: it changed, or it is the half of what changed.
  private static func isPart(_ x: Int, _ before: [Cell], _ after: [Cell]) -> Bool {
    before[x] != after[x] || before[x].isContinuation || after[x].isContinuation
  }
}
