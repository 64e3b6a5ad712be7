import IVRLanguages

/// Reads telephone numbers and tells what the numbering plans say about them.
///
/// A case may hold a `region` of its own.
struct PhoneEvaluator: Evaluator {
  /// The region whose numbers need no calling code, where a case has none.
  let region: String?

  func answer(to expression: String, _ test: JSONObject) -> EvalAnswer {
    let region = test["region"]?.string ?? region
    let emergency = region.map { ShortNumber(expression, region: $0).isEmergency } ?? false
    do {
      var answer = Self.answer(try PhoneNumber(expression, region: region))
      answer.members["emergency"] = .bool(emergency)
      return answer
    } catch {
      var answer = EvalAnswer(error, phase: "parse")
      answer.members["message"] = answer.members["error"]
      answer.members["error"] = .string(error.kind.word)
      answer.members["parsed"] = false
      answer.members["emergency"] = .bool(emergency)
      return answer
    }
  }

  private static func answer(_ number: PhoneNumber) -> EvalAnswer {
    var answer = EvalAnswer(lines(number), result: .string(number.e164))
    let members: [(String, JSONValue)] = [
      ("parsed", true), ("e164", .string(number.e164)),
      ("extension", number.extensionDigits.map { .string($0) } ?? .null),
      ("country_code", .integer(Int64(number.countryCode))),
      ("national_number", .string(String(number.nationalNumber))),
      ("italian_leading_zero", .bool(number.hasItalianLeadingZero)),
      ("possible", .bool(number.isPossible)),
      ("possible_reason", .string(number.possibility.rawValue)),
      ("valid", .bool(number.isValid)), ("type", .string(number.type.rawValue)),
      ("region_of_number", number.region.map { .string($0) } ?? .null),
      ("national", .string(number.national)), ("international", .string(number.international)),
    ]
    for (name, value) in members { answer.members[name] = value }
    return answer
  }

  private static func lines(_ number: PhoneNumber) -> [String] {
    [
      "E.164          \(number.e164)", "international  \(number.international)",
      "national       \(number.national)", "region         \(number.region ?? "none")",
      "type           \(number.type.rawValue)", "valid          \(number.isValid)",
      "possible       \(number.possibility.rawValue)",
    ]
  }
}

extension PhoneNumberError.Kind {
  /// The library's word for the fault, as the vectors have it.
  fileprivate var word: String {
    switch self {
    case .notANumber: "NOT_A_NUMBER"
    case .invalidCountryCode, .unknownRegion: "INVALID_COUNTRY_CODE"
    case .tooShortAfterPrefix: "TOO_SHORT_AFTER_IDD"
    case .tooShort: "TOO_SHORT_NSN"
    case .tooLong, .inputTooLong: "TOO_LONG"
    case .unavailable: "UNAVAILABLE"
    }
  }
}
