import Foundation
import IVRLanguages

/// What the command line asks for.
struct BenchmarkArguments {
  /// The document that the rows over JSON search; without it they are left out.
  var document: String?
  /// The numbers of the rows to run; `nil` runs all.
  var rows: Set<Int>?

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch (option, rest.popFirst()) {
      case ("--document", let path?): document = path
      case ("--rows", let list?):
        let numbers = list.split(separator: ",").map { Int($0) }
        guard !numbers.contains(nil) else { throw BenchmarkError.badArguments }
        rows = Set(numbers.compactMap { $0 })
      default: throw BenchmarkError.badArguments
      }
    }
  }
}

/// Runs the rows and prints each as one line of JSON when it is done.
func run() throws {
  let arguments = try BenchmarkArguments(Array(CommandLine.arguments.dropFirst()))
  var rows = try QueueRows.rows() + CallRows.rows() + TemplateRows.rows()
  if let path = arguments.document {
    let document = try SearchDocument(path: path)
    rows += try JSONRows.rows(document) + SearchRows.rows(document)
  }
  for row in rows where arguments.rows?.contains(row.number) ?? true {
    print(JSONText.print(row.line(try row.measure())))
    fflush(nil)
  }
}

extension BenchmarkRow {
  /// The row with its figure, as the script that draws the table reads it.
  fileprivate func line(_ figure: Double) -> JSONValue {
    var line: JSONObject = [
      "row": .integer(Int64(number)), "workload": .string(workload), "unit": .string(unit),
      "ours": .number(JSONNumber(figure)), "peer": peer.map { .string($0) } ?? nil,
    ]
    switch goal {
    case .timesPeer(let times): line["timesPeer"] = .number(JSONNumber(times))
    case .atLeast(let figure): line["atLeast"] = .number(JSONNumber(figure))
    case .atMost(let figure): line["atMost"] = .number(JSONNumber(figure))
    }
    return .object(line)
  }
}

do {
  try run()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
