import Foundation
import IVRTestSupport
import Testing

@testable import IVRLanguages

/// Runs the examples of `docs/languages/PHONE.md` and compares its table.
@Suite struct PhonePageTests {
  @Test("every example of the page gives what the page says")
  func examples() throws {
    var question: [String] = []
    var checked = 0
    for line in try page() {
      if line.hasPrefix("```") {
        question = line.dropFirst(3).split(separator: " ").dropFirst().map(String.init)
      } else if question.count == 2 {
        let mark = try #require([" → ", " ✗ "].first { line.contains($0) }, "\(line)")
        let parts = line.components(separatedBy: mark)
        let answer = answer(to: question[0], parts[0], region: question[1])
        #expect(answer == mark.dropFirst() + parts[1], "\(question): \(parts[0])")
        checked += 1
      }
    }
    #expect(checked > 40)
  }

  @Test("the page lists the plans that have changed")
  func changes() throws {
    let rows = try page().drop { !$0.hasPrefix("| calling code") }.dropFirst(2)
    #expect(rows.filter { $0.hasPrefix("|") } == NumberingPlanChange.all.map(\.row))
  }

  private func answer(to question: String, _ text: String, region: String) -> String {
    if question == "emergency" {
      return "→ " + word(ShortNumber(text, region: region).isEmergency)
    }
    if question == "vanity" { return "→ " + VanityNumber.digits(text) }
    do throws(PhoneNumberError) {
      return "→ " + fact(question, of: try PhoneNumber(text, region: region))
    } catch {
      return "✗ \(error.position.line):\(error.position.column): \(error.message)"
    }
  }

  private func fact(_ question: String, of number: PhoneNumber) -> String {
    if let format = PhoneNumberFormat(rawValue: question) { return number.formatted(format) }
    return switch question {
    case "possible": number.possibility.rawValue
    case "valid": word(number.isValid)
    case "type": number.type.rawValue
    case "region": number.region ?? "none"
    default: "no such question"
    }
  }

  private func word(_ flag: Bool) -> String { flag ? "yes" : "no" }

  private func page() throws -> [String] {
    try String(contentsOfFile: SharedData.root + "/docs/languages/PHONE.md", encoding: .utf8)
      .components(separatedBy: "\n")
  }
}
