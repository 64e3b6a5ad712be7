import IVRLanguages

extension LabReader {
  /// The `duplicatePolicy` of a queue; what is not said is as in the standard policy.
  mutating func policy(_ path: [JSONStep]) -> DuplicatePolicy {
    var policy = DuplicatePolicy()
    guard let value = document.value(at: path) else { return policy }
    guard value.object != nil else {
      document.report("IVR102", .error, at: path, "\"duplicatePolicy\" is no object.")
      return policy
    }
    reportUnknownMembers(of: Self.policyMembers, at: path)
    policy.key = choice("key", at: path, standard: policy.key)
    policy.scope = choice("scope", at: path, standard: policy.scope)
    policy.limit = choice("limit", at: path, standard: policy.limit)
    policy.action = choice("action", at: path, standard: policy.action)
    policy.callIn = choice("callIn", at: path, standard: policy.callIn)
    if has("windowSeconds", at: path) {
      policy.window = whole("windowSeconds", at: path, standard: 0, least: 1) * 1000
    }
    policy.perNumber = throttle("perNumber", at: path)
    policy.perQueue = throttle("perQueue", at: path)
    if has("cap", at: path) { policy.cap = Int(whole("cap", at: path, standard: 0)) }
    policy.exceptions = texts("exceptions", at: path)
    policy.refusesPremium = flag("refusePremium", at: path)
    policy.refusesImpossible = flag("refuseImpossible", at: path)
    return policy
  }

  private static let policyMembers = [
    "key", "scope", "limit", "action", "callIn", "windowSeconds", "perNumber", "perQueue", "cap",
    "exceptions", "refusePremium", "refuseImpossible",
  ]

  func has(_ name: String, at path: [JSONStep]) -> Bool {
    document.value(at: path + [.key(name)]) != nil
  }

  private mutating func flag(_ name: String, at path: [JSONStep]) -> Bool {
    guard let value = document.value(at: path + [.key(name)]) else { return false }
    if let flag = value.bool { return flag }
    document.report(
      "IVR102", .error, at: path + [.key(name)], "\"\(name)\" is neither true nor false.")
    return false
  }

  private mutating func throttle(
    _ name: String, at path: [JSONStep]
  ) -> DuplicatePolicy.Throttle? {
    guard has(name, at: path) else { return nil }
    let place = path + [.key(name)]
    reportUnknownMembers(of: ["limit", "windowSeconds"], at: place)
    return DuplicatePolicy.Throttle(
      limit: Int(whole("limit", at: place, standard: 6)),
      window: whole("windowSeconds", at: place, standard: 86_400, least: 1) * 1000)
  }

  /// A word out of a few.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, at path: [JSONStep], standard: Value
  ) -> Value where Value.RawValue == String {
    let written = text(name, at: path, standard: standard.rawValue)
    if let value = Value(rawValue: written) { return value }
    let words = Value.allCases.map(\.rawValue)
    document.report(
      "IVR105", .error, at: path + [.key(name)],
      "\(name) \"\(written)\" is none of \(words.joined(separator: ", "))"
        + Suggestions.hint(for: written, in: words) + ".")
    return standard
  }
}
