import Foundation
import IVRTestSupport
import Testing

@testable import IVRLanguages

@Suite struct PhoneNumberTests {
  @Test(
    "what is no number says why and where",
    arguments: [
      ("", "US", .notANumber, 1, 1), ("no number", "US", .notANumber, 1, 1),
      ("\n call +999 123", "US", .invalidCountryCode, 2, 7),
      ("408 526 7209", nil, .invalidCountryCode, 1, 1),
      ("é 408 526 7209", "UK", .unknownRegion("UK"), 1, 3),
      ("408 526 7209", "nowhere", .unknownRegion("nowhere"), 1, 1),
      ("011", "US", .tooShortAfterPrefix, 1, 1), ("+44 1", "US", .tooShort, 1, 1),
      ("+1 408 526 7209 408 526 72", "US", .tooLong, 1, 1),
      (String(repeating: "1", count: 251), "US", .inputTooLong(limit: 250), 1, 251),
      (String(repeating: "é\n", count: 200_000), "US", .inputTooLong(limit: 250), 126, 1),
    ] as [(String, String?, PhoneNumberError.Kind, Int, Int)])
  func errors(
    text: String, region: String?, kind: PhoneNumberError.Kind, line: Int, column: Int
  ) {
    do throws(PhoneNumberError) {
      let number = try PhoneNumber(text, region: region)
      Issue.record("\(number.e164) was read")
    } catch {
      #expect(error.kind == kind)
      #expect(error.position.line == line && error.position.column == column)
      #expect(!error.message.isEmpty && !error.code.isEmpty)
    }
  }

  @Test("a number is a value with all its digits")
  func fields() throws {
    let number = try PhoneNumber("+39 02 1234 5678 ext. 12")
    #expect(number.countryCode == 39 && number.nationalNumber == 212_345_678)
    #expect(number.leadingZeros == 1 && number.nationalDigits == "0212345678")
    #expect(number.extensionDigits == "12")
    #expect(try number == PhoneNumber(number.rfc3966))
    #expect(try number != PhoneNumber(number.e164))
    #expect(number.isValid(in: "it") && !number.isValid(in: "US") && !number.isValid(in: "x"))
  }

  @Test("regions and calling codes are known")
  func regions() {
    #expect(NumberingPlan.regions.count > 200)
    #expect(NumberingPlan.regions == NumberingPlan.regions.sorted())
    #expect(NumberingPlan.callingCode(of: "us") == 1 && NumberingPlan.callingCode(of: "UK") == nil)
    #expect(NumberingPlan.mainRegion(of: 1) == "US" && NumberingPlan.mainRegion(of: 800) == "001")
    #expect(NumberingPlan.mainRegion(of: 999) == nil)
  }

  @Test("every region has examples, which are valid in it and of their type")
  func examples() {
    let types: [PhoneNumberType] = [.fixedLine, .mobile]
    for region in NumberingPlan.regions {
      let numbers = types.compactMap { NumberingPlan.example(in: region, type: $0) }
      #expect(!numbers.isEmpty, "\(region)")
      for number in numbers {
        #expect(number.isValid(in: region), "\(region) \(number.e164)")
        #expect((types + [.fixedLineOrMobile]).contains(number.type), "\(region) \(number.e164)")
        #expect(number.countryCode == NumberingPlan.callingCode(of: region))
      }
    }
    #expect(NumberingPlan.example(in: "US", type: .premiumRate)?.type == .premiumRate)
    #expect(NumberingPlan.example(in: "UK") == nil)
    #expect(NumberingPlan.example(in: "US", type: .unknown) == nil)
  }

  @Test("short numbers tell what they cost")
  func shortNumbers() {
    let emergency = ShortNumber("911", region: "US")
    #expect(emergency.isEmergency && emergency.connectsToEmergency)
    #expect(emergency.isPossible && emergency.isValid && emergency.cost == .tollFree)
    let none = ShortNumber("no number", region: "nowhere")
    #expect(!none.isEmergency && !none.isPossible && !none.isValid && none.cost == .unknown)
  }

  @Test("letters of a vanity number become digits, within the limit")
  func vanity() {
    #expect(VanityNumber.hasLetters("1-800-FLOWERS") && !VanityNumber.hasLetters("408 526 7209"))
    let long = String(repeating: "a", count: 251)
    #expect(VanityNumber.digits(long) == long && !VanityNumber.hasLetters(long))
  }

  @Test("no text can do harm, and what is read can be written and read again")
  func randomTexts() throws {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let parts = [
      "+", "0", "1", "44", "39", "800", "(", ")", "-", " ", ";ext=", " x", "#", "tel:", "\0", "é",
      "４", "٣", "👩‍👩‍👧", "\u{200B}", "FLOW", "*", "/", "~", ";phone-context=+1", "\u{FFFD}", "555",
      ";isub=", "doB", "〜", "\r\n", "9876543",
    ]
    for _ in 0..<3_000 {
      let text = (0..<(1 + next(24))).map { _ in parts[next(parts.count)] }.joined()
      let region = ["US", "GB", "IT", "JP", "", "Z\0"][next(6)]
      _ = ShortNumber(text, region: region)
      _ = VanityNumber.digits(text)
      guard let number = try? PhoneNumber(text, region: region) else { continue }
      #expect(number.formatted(.e164).hasPrefix("+\(number.countryCode)"))
      if number.isValid { #expect(try PhoneNumber(number.rfc3966) == number, "\(text)") }
    }
  }

  @Test("many tasks may ask at once")
  func concurrency() async {
    await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<200).count { index in
            let number = try? PhoneNumber("020 7946 \(1000 + index + task)", region: "GB")
            return number?.national == "020 7946 \(1000 + index + task)"
          }
        }
      }
      for await count in group { #expect(count == 200) }
    }
  }
}
