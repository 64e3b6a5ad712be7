import IVRLanguages
import Testing

@Suite struct SourceTextTests {
  @Test(
    "an offset has a line and a column",
    arguments: [
      ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1),
      ("a\rb", 2, 2, 1), ("é x", 3, 1, 3), ("ab", 99, 1, 3), ("", 0, 1, 1),
    ])
  func positions(text: String, offset: Int, line: Int, column: Int) {
    let place = SourceText(text).position(at: offset)
    #expect([place.line, place.column] == [line, column])
  }

  @Test("an excerpt draws the caret under the place")
  func excerpt() {
    #expect(SourceText("one\ntwo {{ x }}\n").excerpt(at: 11) == "two {{ x }}\n       ^")
  }

  @Test(
    "the nearest word is suggested",
    arguments: [("uper", "upper"), ("lenght", "length"), ("LOWER", "lower"), ("zzz", nil)])
  func suggestion(word: String, expected: String?) {
    #expect(Suggestions.nearest(to: word, in: ["upper", "lower", "length"]) == expected)
  }
}
