import IVRLanguages
import Testing

@testable import ivr_tui

/// Numbers as the screen writes them.
@Suite struct FormatTests {
  @Test(
    "a telephone number stands in its international form, with blanks",
    arguments: [
      ("14085267209", "US", "+1 408 526 7209"), ("+14085267209", "GB", "+1 408 526 7209"),
      ("4085267209", "US", "+1 408 526 7209"), ("020 7946 0018", "GB", "+44 20 7946 0018"),
      ("+442079460018 x5", "US", "+44 20 7946 0018 x5"), ("+15550100", "US", "+15550100"),
      ("anonymous", "US", "anonymous"), ("", "US", ""), ("+81312345678", "US", "+81 3 1234 5678"),
    ])
  func numbers(text: String, region: String, expected: String) {
    #expect(Format.number(text, region: region) == expected)
  }

  @Test("the groups of North America are the library's")
  func northAmerican() throws {
    for area in 200...999 {
      for rest in ["5550101", "0000000", "9119999"] {
        let number = try PhoneNumber("+1\(area)\(rest)")
        let expected = number.international.replacing("-", with: " ")
        #expect(Format.number(number.e164, region: "US") == expected)
      }
    }
  }
}
