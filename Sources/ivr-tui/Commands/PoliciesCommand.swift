import IVRAdapters
import IVRCore

/// `policies`: what one script comes to under each duplicate policy.
struct PoliciesCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Reads lab and scenario, plays the script under each policy and tells them apart in a table.
  func run() -> CommandResult {
    let loaded = WorldFolder(root: LabRoot.find(arguments.root)).load()
    guard let world = loaded.world?.seeded(arguments.seed) else {
      return CommandResult(findings: loaded.findings)
    }
    let file = ScenarioFile.read(arguments.files.first ?? "", in: world)
    var result = CommandResult(findings: file.findings)
    guard let scenario = file.scenario else { return result }
    result.output = Self.table(PolicyComparison.compare(scenario, in: world))
    return result
  }

  /// A row for each policy, the columns as wide as their widest entry.
  static func table(_ outcomes: [PolicyOutcome]) -> [String] {
    let rows =
      [CommandStrings.policyColumns]
      + outcomes.map { outcome in
        let numbers = [
          outcome.accepted, outcome.refused, outcome.merged, outcome.orphaned, outcome.dials,
        ]
        let line = outcome.line.isEmpty ? "nobody" : outcome.line.joined(separator: ", ")
        return [outcome.name] + numbers.map(String.init) + [line]
      }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let isNumber = (1...5).contains(column)
        return TextWrap.fit(cell, width: widths[column], alignment: isNumber ? .right : .left)
      }
      return cells.joined(separator: "  ").trimmedEnd
    }
  }
}

extension String {
  /// The text without the blanks at its end.
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
