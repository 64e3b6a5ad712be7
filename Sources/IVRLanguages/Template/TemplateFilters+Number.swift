extension TemplateFilters {
  static let numberFilters = [
    TemplateCallable("abs", nullGivesNull: false, apply: absolute),
    TemplateCallable("numberformat", ["format"], apply: numberFormat),
  ]

  @Sendable
  private static func absolute(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    switch call.input {
    case .integer(let value): .integer(value < 0 ? 0 &- value : value)
    case .smallInteger(let value): .smallInteger(value < 0 ? 0 &- value : value)
    case .double(let value): .double(value.magnitude)
    case .bigInteger(let digits):
      .bigInteger(digits.hasPrefix("-") ? String(digits.dropFirst()) : digits)
    default: throw call.badInput
    }
  }

  @Sendable
  private static func numberFormat(_ call: TemplateCall) throws(TemplateFault) -> TemplateValue {
    guard call.input.isNumber else { throw call.badInput }
    let format = try call.text(0, "format") ?? "#,##0.###"
    guard let pattern = DecimalPattern(format) else { throw call.fault(.badFormat(format)) }
    return .text(pattern.text(of: call.input))
  }
}
