import Foundation
import IVRLanguages

/// The answer of the Search API that the shared script writes: 1,000 tasks in 605 kB.
struct SearchDocument {
  let bytes: [UInt8]
  let root: JSONValue
  let tasks: [JSONValue]

  init(path: String) throws {
    bytes = Array(try Data(contentsOf: URL(filePath: path)))
    root = try JSONText.parse(bytes: bytes)
    tasks = root["data"]?["task"]?["tasks"]?.array ?? []
    guard tasks.count == 1_000 else { throw BenchmarkError.badDocument(path) }
  }
}
