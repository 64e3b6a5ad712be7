import IVRLanguages

/// Variables and a clock for templates; filters of the scope may be given as a closure.
struct TestScope: TemplateScope {
  private let names: JSONObject
  let now: Int64

  /// Variables, and the clock at 6 February 2025, 21:09:02.712 UTC.
  init(_ names: JSONObject = [:], now: Int64 = 1_738_876_142_712) {
    self.names = names
    self.now = now
  }

  func value(named name: String) -> TemplateValue? {
    names[name].map { TemplateValue($0) }
  }

  func filtered(
    _ input: TemplateValue, by name: String, arguments: TemplateArguments
  ) throws(TemplateRefusal) -> TemplateValue? {
    guard name == "jsonPath" else { return nil }
    guard case .text(let path)? = arguments.value(named: "path", at: 0) else {
      throw TemplateRefusal("jsonPath needs a path")
    }
    return .text(input.text + "@" + path)
  }

  /// What a template renders; a message where it fails.
  func text(_ source: String, _ dialect: TemplateDialect = .pebble41) -> String {
    do throws(TemplateError) {
      return try Template(source, dialect: dialect).render(in: self)
    } catch {
      return "\(error.phase): \(error.message)"
    }
  }
}
