import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct JSONLimitTests {
  @Test("a document of 10 MB is refused at once where the limit is smaller")
  func large() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 10 << 20)
    let error = #expect(throws: JSONError.self) {
      try JSONText.parse(bytes: bytes, limits: JSONLimits(maximumBytes: 8 << 20))
    }
    #expect(error?.kind == .documentTooLarge(limit: 8 << 20))
    #expect(error?.position == .start)
  }

  @Test("a hundred thousand brackets are refused at the first too many, on a small stack")
  func deep() throws {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
    ] {
      let kind = try #require(
        SmallStack.run { () -> JSONError.Kind? in
          do throws(JSONError) {
            _ = try JSONText.parse(text)
            return nil
          } catch {
            return error.kind
          }
        })
      #expect(kind == .nestingTooDeep(limit: 200))
    }
  }

  @Test("the deepest document prints and compares on a small stack")
  func deepest() throws {
    let text = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    let isSame = SmallStack.run { () -> Bool in
      guard let value = try? JSONText.parse(text) else { return false }
      return JSONText.print(value) == text && value == (try? JSONText.parse(text))
        && TemplateValue(value).text == text
    }
    #expect(isSame == true)
  }
}
