import IVRLanguages
import Testing

@testable import IVRCore

@Suite struct DialledNumberTests {
  @Test(
    "a number is one of the lab's region",
    arguments: [
      ("020 7946 0018", "GB", "+442079460018"), ("14085267209", "GB", "+14085267209"),
      ("0044 20 7946 0018", "GB", "+442079460018"), ("4085267209", "US", "+14085267209"),
      ("408.526.7209 ", "US", "+14085267209"), ("１４０８５２６７２０９", "US", "+14085267209"),
      ("1-800-FLOWERS", "US", "+18003569377"), ("+390669820018", "US", "+390669820018"),
      ("0669820018", "IT", "+390669820018"), ("442079460018", "US", "+442079460018"),
      ("030 123456", "DE", "+4930123456"),
    ])
  func regions(text: String, region: String, expected: String) {
    let number = DialledNumber(text, region: region)
    #expect(number.normalised == expected)
    #expect(number.isDiallable && number.isPossible)
    #expect(DialledNumber(number.key, region: region) == number)
  }

  @Test(
    "what no plan has is a number of the lab's own",
    arguments: [
      ("+15550100", "+15550100", true), ("80011234", "+80011234", true),
      ("12345678", "+12345678", true), ("99999", "+99999", false),
      ("+99912345678", "+99912345678", true), ("sip:anna", "sip:anna", false),
      ("408526720", "+408526720", true), ("526-7209", "+5267209", false),
    ])
  func ownNumbers(text: String, normalised: String, isDiallable: Bool) {
    let number = DialledNumber(text, region: "US")
    #expect(number.normalised == normalised)
    #expect(number.isDiallable == isDiallable && !number.isPossible)
  }

  @Test("two extensions of a number are two callers")
  func extensions() {
    let number = DialledNumber("+44 20 7946 0958 ext 5", region: "US")
    #expect(number.normalised == "+442079460958" && number.key == "+442079460958;ext=5")
    #expect(number.phoneNumber?.extensionDigits == "5")
    #expect(number.key != DialledNumber("+44 20 7946 0958 ext 6", region: "US").key)
  }

  @Test("the type is at hand for rules about premium numbers")
  func types() {
    #expect(DialledNumber("1 900 226 1234", region: "US").phoneNumber?.type == .premiumRate)
    #expect(DialledNumber("+44 909 879 0000", region: "US").isPremium)
    #expect(!DialledNumber("1 408 526 7209", region: "US").isPremium)
    #expect(DialledNumber("anonymous", region: "US").phoneNumber == nil)
  }

  @Test(
    "the short way for North America says what the library says", arguments: ["US", "GB", "CA"])
  func shortWay(region: String) {
    for area in stride(from: 100, to: 1000, by: 7) {
      for rest in ["5550101", "0000000", "1234567", "9119999"] {
        for start in ["+1", "1", "", "+", "01", "+11"] {
          let text = "\(start)\(area)\(rest)"
          #expect(
            DialledNumber(text, region: region) == DialledNumber(planned: text, region: region),
            "\(text) in \(region)")
        }
      }
    }
  }
}
