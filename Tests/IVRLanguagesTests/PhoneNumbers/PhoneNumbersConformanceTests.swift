import Foundation
import IVRTestSupport
import Testing

@testable import IVRLanguages

/// Runs `shared/conformance/phone`; only what a changed numbering plan explains may differ.
@Suite struct PhoneNumbersConformanceTests {
  private struct Case: Decodable {
    let id: String
    let input: String
    let region: String?
    let parsed: Bool
    let error: String?
    let e164: String?
    let `extension`: String?
    let country_code: Int?
    let national_number: String?
    let italian_leading_zero: Bool?
    let possible: Bool?
    let possible_reason: String?
    let valid: Bool?
    let type: String?
    let region_of_number: String?
    let national: String?
    let international: String?
    let emergency: Bool
  }

  @Test("the answers are those of the vectors, but for plans that have changed since")
  func vectors() throws {
    let suite = "PhoneNumbersConformanceTests"
    guard let path = SharedData.path("conformance/phone/cases.jsonl") else {
      print("\(suite): SKIPPED, there is no shared/conformance/phone/cases.jsonl")
      return
    }
    let cases = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
    var old: [String] = []
    var failing: [String] = []
    for item in cases {
      let differences = differences(of: item)
      guard !differences.isEmpty else { continue }
      let line = "\(item.id) \(item.input.debugDescription) differs in \(differences)"
      if let change = NumberingPlanChange.explaining(differences, of: item.country_code) {
        old.append("  older metadata: \(line): \(change.reason)")
      } else {
        failing.append("  failing: \(line)")
      }
    }
    print("\(suite): \(cases.count - old.count - failing.count) of \(cases.count)")
    for line in old + failing { print(line) }
    #expect(failing.isEmpty, "\(failing.joined(separator: "\n"))")
    #expect(old.count * 20 < cases.count, "more than one in twenty is put down to age")
  }

  /// The names of the answers that differ.
  private func differences(of item: Case) -> [String] {
    var names: [String] = []
    func compare<Value: Equatable>(_ name: String, _ found: Value?, _ expected: Value?) {
      if found != expected { names.append(name) }
    }
    let isEmergency = item.region.map { ShortNumber(item.input, region: $0).isEmergency }
    compare("emergency", isEmergency ?? false, item.emergency)
    do throws(PhoneNumberError) {
      let number = try PhoneNumber(item.input, region: item.region)
      compare("parsed", true, item.parsed)
      guard item.parsed else { return names }
      compare("e164", number.e164, item.e164)
      compare("extension", number.extensionDigits, item.extension)
      compare("country_code", number.countryCode, item.country_code)
      compare("national_number", String(number.nationalNumber), item.national_number)
      compare("italian_leading_zero", number.hasItalianLeadingZero, item.italian_leading_zero)
      compare("possible", number.isPossible, item.possible)
      compare("possible_reason", number.possibility.rawValue, item.possible_reason)
      compare("valid", number.isValid, item.valid)
      compare("type", number.type.rawValue, item.type)
      compare("region_of_number", number.region, item.region_of_number)
      compare("national", number.national, item.national)
      compare("international", number.international, item.international)
    } catch {
      compare("parsed", false, item.parsed)
      if !item.parsed { compare("error", error.code, item.error) }
    }
    return names
  }
}
