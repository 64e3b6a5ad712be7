/// What `simulate` is asked for.
struct SimulationRequest: Equatable {
  /// How the report is written.
  enum Format: String, CaseIterable {
    case text, csv, json

    /// All names in one sentence.
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  /// The simulated hours of each replication.
  var hours = 8.0
  /// How many independent runs there are.
  var replications = 10
  /// How the report is written.
  var format = Format.text

  /// Takes an option's value.
  mutating func apply(_ option: Option, _ value: String) throws(UsageError) {
    switch option {
    case .hours:
      guard let number = Double(value), number > 0, number <= 8_760 else {
        throw UsageError(CommandStrings.badHours(value))
      }
      hours = number
    case .replications:
      guard let number = Int(value), (1...10_000).contains(number) else {
        throw UsageError(CommandStrings.badReplications(value))
      }
      replications = number
    default:
      guard let format = Format(rawValue: value) else {
        throw UsageError(CommandStrings.badFormat(value))
      }
      self.format = format
    }
  }
}
