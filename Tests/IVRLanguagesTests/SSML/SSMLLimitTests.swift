import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct SSMLLimitTests {
  private static func nested(_ count: Int) -> String {
    String(repeating: "<voice>", count: count) + "a" + String(repeating: "</voice>", count: count)
  }

  @Test("the deepest document is spoken and checked on a small stack")
  func deepest() {
    let text = "<speak>" + Self.nested(98) + "</speak>"
    let lines = SmallStack.run { () -> [String] in
      _ = SSML.validate(text)
      return (try? SSML.render(text).lines) ?? []
    }
    #expect(lines == ["a"])
  }

  @Test("attacks by XML are refused with errors of their own, on a small stack")
  func attacks() throws {
    let laughs =
      "<!DOCTYPE a [<!ENTITY l0 \"ha\">"
      + (1...30).map { "<!ENTITY l\($0) \"&l\($0 - 1);&l\($0 - 1);\">" }.joined()
      + "]><speak>&l30;</speak>"
    let large = "<speak>" + String(repeating: "a", count: 10 << 20) + "</speak>"
    let cases: [(String, SSMLError.Kind)] = [
      (laughs, .doctypeRefused),
      ("<speak>" + Self.nested(5_000) + "</speak>", .tooDeep(limit: 100)),
      (large, .tooLarge(bytes: large.utf8.count, limit: SSML.maximumBytes)),
    ]
    for (text, kind) in cases {
      let found = try #require(
        SmallStack.run { () -> [SSMLError.Kind] in
          do throws(SSMLError) {
            _ = try SSML.render(text)
            return []
          } catch {
            return [error.kind]
          }
        })
      #expect(found == [kind])
    }
  }
}
