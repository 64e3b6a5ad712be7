import Testing

@testable import ivr_tui

@Suite struct ScreenDiffTests {
  @Test(
    "only what changed is in the runs",
    arguments: [
      ("12:34:56", "12:34:57", ["7:7"]), ("12:34:59", "12:35:00", ["4:5", "6:00"]),
      ("same", "same", []), ("abc", "xyz", ["0:xyz"]), ("a中b", "a文b", ["1:文"]),
      ("中x", "ab x", ["0:ab x"]), ("a中", "中b", ["0:中b"]), ("中中", "中ab", ["2:ab"]),
      ("ab中", "中 中", ["0:中 中"]),
    ])
  func runs(old: String, new: String, wanted: [String]) {
    let runs = ScreenDiff(from: screen(old), to: screen(new)).runs
    #expect(runs.map { "\($0.x):\($0.cells.map(\.text).joined())" } == wanted)
  }

  @Test("a style alone is a change")
  func style() {
    var other = screen("abc")
    other.put("b", at: Point(x: 1, y: 0), style: Style(.selection))
    let diff = ScreenDiff(from: screen("abc"), to: other)
    #expect(diff.runs.map(\.x) == [1])
    #expect(diff.cellCount == 1)
  }

  @Test("without an old picture of that size every row is drawn")
  func whole() {
    let small = Screen(size: Size(width: 3, height: 2))
    #expect(ScreenDiff(from: nil, to: small).runs.map(\.y) == [0, 1])
    #expect(ScreenDiff(from: screen(""), to: small).cellCount == 6)
  }

  @Test("applying the runs gives the new picture", arguments: 0..<60)
  func apply(seed: UInt64) {
    var random = SmallRandom(state: seed)
    let old = random.screen()
    let new = random.screen()
    var cells = old.cells
    for run in ScreenDiff(from: old, to: new).runs {
      #expect(!(run.cells.first?.isContinuation ?? true))
      let start = run.y * old.size.width + run.x
      cells.replaceSubrange(start..<start + run.cells.count, with: run.cells)
    }
    #expect(cells == new.cells)
  }

  private func screen(_ text: String) -> Screen {
    var screen = Screen(size: Size(width: 8, height: 1))
    screen.put(text, at: Point(x: 0, y: 0))
    return screen
  }
}

/// A generator with a fixed sequence for each seed.
private struct SmallRandom {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func screen() -> Screen {
    var screen = Screen(size: Size(width: 9, height: 3))
    let words = ["a", "中", "bc", "文字", "e\u{301}", "─", "\u{1B}"]
    for _ in 0..<next(12) {
      let place = Point(x: next(12) - 2, y: next(3))
      screen.put(words[next(words.count)], at: place, style: Style(next(2) == 0 ? .text : .good))
    }
    return screen
  }
}
