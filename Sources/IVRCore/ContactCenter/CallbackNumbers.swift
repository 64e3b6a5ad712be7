/// Which tasks ever had a callback number: a hint for searches, which look at the tasks themselves.
///
/// Numbers as they were given, since Search compares them as text.
struct CallbackNumbers: Hashable, Sendable {
  private var tasksByNumber: [String: [TaskID]] = [:]

  /// The tasks, in the order in which they got the number; one may be there twice.
  func tasks(of number: String) -> [TaskID] { tasksByNumber[number] ?? [] }

  /// Notes that a task's callback goes to a number.
  mutating func note(_ number: String, of task: TaskID) {
    tasksByNumber[number, default: []].append(task)
  }
}

extension CallbackNumbers: Codable {
  private struct Entry: Codable {
    let number: String
    let tasks: [TaskID]
  }

  init(from decoder: any Decoder) throws {
    for entry in try [Entry](from: decoder) { tasksByNumber[entry.number] = entry.tasks }
  }

  /// Writes a list in the order of the numbers.
  func encode(to encoder: any Encoder) throws {
    try tasksByNumber.sorted { $0.key < $1.key }.map { Entry(number: $0.key, tasks: $0.value) }
      .encode(to: encoder)
  }
}
