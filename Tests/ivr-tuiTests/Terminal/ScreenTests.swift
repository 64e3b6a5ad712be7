import Testing

@testable import ivr_tui

@Suite struct ScreenTests {
  @Test("text is cut at its width and at the edges of the screen")
  func put() {
    var screen = Screen(size: Size(width: 6, height: 4))
    #expect(screen.put("abcdefgh", at: Point(x: 2, y: 0)) == 4)
    #expect(screen.put("abcdefgh", at: Point(x: 1, y: 1), width: 3) == 3)
    screen.put("abcdefgh", at: Point(x: -2, y: 2), width: 5)
    screen.put("unseen", at: Point(x: 0, y: 4))
    screen.put("unseen", at: Point(x: 0, y: -1))
    screen.put("unseen", at: Point(x: 9, y: 3))
    #expect(screen.textRows() == ["  abcd", " abc  ", "cde   ", "      "])
  }

  @Test("a wide character is never cut in half")
  func wideEdges() {
    var screen = Screen(size: Size(width: 4, height: 4))
    screen.put("x中文", at: Point(x: 0, y: 0))
    screen.put("中文", at: Point(x: -1, y: 1))
    #expect(screen.put("中文", at: Point(x: 0, y: 2), width: 3) == 2)
    screen.put("abc中", at: Point(x: 0, y: 3))
    #expect(screen.textRows() == ["x中 ", " 文 ", "中  ", "abc "])
    #expect(screen[2, 0].isContinuation)
  }

  @Test(
    "overwriting half of a wide character leaves a space",
    arguments: [
      (0, "x", "x 文 "), (1, "x", " x文 "), (2, "x", "中x  "), (1, "字", " 字  "), (3, "x", "中 x "),
    ])
  func overwrite(x: Int, text: String, wanted: String) {
    var screen = Screen(size: Size(width: 5, height: 1))
    screen.put("中文", at: Point(x: 0, y: 0))
    screen.put(text, at: Point(x: x, y: 0))
    #expect(screen.textRows() == [wanted])
    #expect(screen.row(0).count == 5)
  }

  @Test("a fill cuts through wide characters as well")
  func fill() {
    var screen = Screen(size: Size(width: 6, height: 1))
    screen.put("中文字", at: Point(x: 0, y: 0))
    screen.fill(Rectangle(x: 1, y: -3, width: 2, height: 9), style: Style(.dim))
    #expect(screen.textRows() == ["    字"])
    #expect(screen.styleRows() == [".dd..."])
  }

  @Test("controls are drawn as pictures and take their columns")
  func controls() {
    var screen = Screen(size: Size(width: 12, height: 1))
    #expect(screen.put("\u{1B}[0m\u{202E}x", at: Point(x: 0, y: 0)) == 11)
    #expect(screen.textRows() == ["␛[0m<202E>x "])
  }

  @Test("a frame has its title in the top line")
  func box() {
    var screen = Screen(size: Size(width: 14, height: 3))
    screen.box(screen.bounds, title: "F2 Phone")
    #expect(screen.textRows() == ["┌─ F2 Phone ─┐", "│            │", "└────────────┘"])
    #expect(screen.styleRows()[0] == "bbttttttttttbb")
    screen.box(
      screen.bounds, title: "Transcript", isHeavy: true,
      style: Style(.focusBorder))
    #expect(screen.textRows() == ["┏━ Transcr… ━┓", "┃            ┃", "┗━━━━━━━━━━━━┛"])
    screen.borders = .ascii
    screen.box(screen.bounds, title: "中文中文中文", isHeavy: true)
    #expect(screen.textRows() == ["#= 中文中… ==#", "#            #", "#============#"])
  }

  @Test(
    "frames that do not fit are left out or cut at the screen",
    arguments: [(0, 0, "   "), (1, 3, "   "), (3, 1, "   "), (2, 2, "┌┐ "), (9, 9, "┌─ ")])
  func smallBoxes(width: Int, height: Int, wanted: String) {
    var screen = Screen(size: Size(width: 3, height: 3))
    screen.box(Rectangle(x: 0, y: 0, width: width, height: height), title: "title")
    #expect(screen.textRows()[0] == wanted)
  }

  @Test("styles keep their place")
  func styles() {
    var screen = Screen(size: Size(width: 4, height: 2))
    screen.put("good", at: Point(x: 0, y: 0), style: Style(.good, .bold))
    screen.put("bad", at: Point(x: 0, y: 1), style: Style(.bad))
    screen.restyle(Rectangle(x: 1, y: 1, width: 9, height: 1)) { Style($0.role, .reverse) }
    #expect(screen.styleRows() == ["gggg", "xXX."])
    #expect(screen.textRows() == ["good", "bad "])
  }

  @Test("an empty screen takes anything")
  func empty() {
    var screen = Screen(size: Size(width: 0, height: 0))
    screen.put("中", at: Point(x: 0, y: 0))
    screen.box(Rectangle(x: 0, y: 0, width: 5, height: 5))
    screen.fill(screen.bounds)
    #expect(screen.textRows().isEmpty)
  }
}
