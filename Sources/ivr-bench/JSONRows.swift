import IVRLanguages

/// Rows 5 to 7: paths over a large answer of the Search API, and reading its text.
enum JSONRows {
  static func rows(_ document: SearchDocument) throws -> [BenchmarkRow] {
    let definite = try JSONPath("$.data.task.tasks[0].lastQueue.id")
    let deep = try JSONPath("$..id")
    let root = document.root
    let first = document.tasks[0]["lastQueue"]?["id"]
    return [
      .rate(
        5, "JSONPath definite, compiled", unit: "evaluations/s", goal: .timesPeer(50),
        peer: "JSONPath definite, compiled, Python", isRight: { $0 == first },
        work: { definite.value(in: root) }),
      .rate(
        6, "JSONPath deep, compiled, 3,669 hits", unit: "evaluations/s", goal: .timesPeer(34),
        peer: "JSONPath $..id, compiled, Python", isRight: { $0.count == 3_669 },
        work: { deep.nodes(in: root) }),
      .rate(
        7, "JSON text of 605 kB, definite path", unit: "documents/s", goal: .timesPeer(3),
        peer: "JSON text of 605 kB parsed, Python json", isRight: { $0 == first },
        work: { definite.value(in: try JSONText.parse(bytes: document.bytes)) }),
    ]
  }
}
