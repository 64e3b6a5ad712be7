import Testing

@testable import ivr_tui

@Suite struct TextWrapTests {
  @Test(
    "lines break at spaces and split what is too long",
    arguments: [
      ("", 5, [""]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
      ("one two three", 8, ["one two", "three"]), ("a  b", 4, ["a  b"]),
      ("aaaa  bbbb", 6, ["aaaa", "bbbb"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("x abcdefgh y", 4, ["x", "abcd", "efgh", "y"]),
      ("one\ntwo", 9, ["one", "two"]), ("a\r\n\r\nb", 9, ["a", "", "b"]), ("a\n", 9, ["a", ""]),
      ("  in", 6, ["  in"]), ("end  ", 6, ["end"]), ("中文字", 4, ["中文", "字"]),
      ("中文字", 5, ["中文", "字"]), ("a中", 2, ["a", "中"]), ("中", 1, ["?"]),
      ("e\u{301}e\u{301}", 1, ["e\u{301}", "e\u{301}"]), ("abc", 0, []), ("abc", -3, []),
      ("\u{1B}[31mred", 5, ["\u{1B}[31m", "red"]),
    ])
  func wrap(text: String, width: Int, wanted: [String]) {
    #expect(TextWrap.wrap(text, width: width) == wanted)
  }

  @Test("no line is wider than asked for", arguments: 1...12)
  func widths(width: Int) {
    let text = "Ünïcode 中文字符 and <\u{200B}> 👨‍👩‍👧 averyveryverylongword\u{1B}end  x"
    #expect(TextWrap.wrap(text, width: width).allSatisfy { DisplayWidth.of($0) <= width })
  }

  @Test(
    "a cut text ends with a mark",
    arguments: [
      ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "…"), ("abcd", 0, ""), ("", 0, ""),
      ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("abc", -1, ""),
    ])
  func cut(text: String, width: Int, wanted: String) {
    #expect(TextWrap.cut(text, width: width) == wanted)
  }

  @Test("a field is filled to its width")
  func fit() {
    #expect(TextWrap.fit("ab", width: 5) == "ab   ")
    #expect(TextWrap.fit("ab", width: 5, alignment: .right) == "   ab")
    #expect(TextWrap.fit("ab", width: 5, alignment: .center) == " ab  ")
    #expect(TextWrap.fit("中文字", width: 4, alignment: .right) == " 中…")
    #expect(TextWrap.fit("abcdef", width: 4) == "abc…")
  }
}
