import Testing

@testable import ivr_tui

@Suite struct GlyphTests {
  @Test(
    "text becomes glyphs of one or two columns",
    arguments: [
      ("ab", "a|b", 2), ("", "", 0), ("中文", "中:2|文:2", 4), ("한", "한:2", 2),
      ("e\u{301}x", "e\u{301}|x", 2), ("\u{301}", "◌\u{301}", 1), ("→┏⚠", "→|┏|⚠", 3),
      ("😀", "😀:2", 2), ("ｗ", "ｗ:2", 2), ("\u{3000}", "\u{3000}:2", 2), ("\u{A0}", " ", 1),
      ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}:2", 2), ("ก\u{E33}", "ก|\u{E33}", 2),
      ("कि", "क|\u{93F}", 2), ("é", "é", 1),
    ])
  func plain(text: String, wanted: String, width: Int) {
    #expect(shown(text) == wanted)
    #expect(DisplayWidth.of(text) == width)
    #expect(text.reduce(0) { $0 + DisplayWidth.of($1) } == width)
  }

  @Test(
    "what has no picture becomes visible",
    arguments: [
      ("\u{1B}[1m", "␛|[|1|m"), ("a\tb\n", "a|␉|b|␊"), ("\r\n", "␍|␊"), ("\0\u{7F}", "␀|␡"),
      ("\u{9B}", "<|9|B|>"), ("\u{202E}", "<|2|0|2|E|>"), ("\u{200B}", "<|2|0|0|B|>"),
      ("a\u{200D}b", "a|<|2|0|0|D|>|b"), ("\u{FEFF}", "<|F|E|F|F|>"), ("\u{AD}", "<|A|D|>"),
      ("\u{2028}", "<|2|0|2|8|>"), ("\u{E000}", "\u{FFFD}"), ("\u{378}", "\u{FFFD}"),
      ("a\u{34F}", "a|<|3|4|F|>"), ("\u{E0041}", "<|E|0|0|4|1|>"), ("\u{2066}", "<|2|0|6|6|>"),
    ])
  func controls(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test(
    "emoji sequences lose what terminals disagree about",
    arguments: [
      ("👨\u{200D}👩\u{200D}👧", "👨:2"), ("👍🏽", "👍:2"), ("⚠\u{FE0F}", "⚠"),
      ("1\u{FE0F}\u{20E3}", "1\u{20E3}"),
      ("🇩🇪", "D|E"), ("🏽", "🏽:2"),
    ])
  func emoji(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test("a heap of marks is cut to what a cell holds")
  func manyMarks() {
    let text = "a" + String(repeating: "\u{301}", count: 1_000)
    #expect(Glyph.glyphs(of: text).map(\.text.unicodeScalars.count) == [5])
  }

  private func shown(_ text: String) -> String {
    Glyph.glyphs(of: text).map { $0.width == 2 ? "\($0.text):2" : $0.text }.joined(separator: "|")
  }
}
