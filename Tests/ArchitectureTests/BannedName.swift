/// A name that must not stand in the code of some modules, with the reason.
struct BannedName {
  /// The text that is looked for, as a whole name.
  let text: String
  /// Why, and what to use instead.
  let reason: String
  /// Whether it counts only where a statement begins.
  var onlyAsStatement = false

  /// What would make two runs differ, or reach the world, in the modules that must not.
  static let inPureModules: [BannedName] = [
    BannedName(text: "Date()", reason: clock), BannedName(text: "Date.now", reason: clock),
    BannedName(text: "ContinuousClock", reason: clock),
    BannedName(text: "SuspendingClock", reason: clock),
    BannedName(text: "DispatchTime.now", reason: clock),
    BannedName(text: "random(", reason: chance),
    BannedName(text: "randomElement()", reason: chance),
    BannedName(text: "shuffled()", reason: chance), BannedName(text: "shuffle()", reason: chance),
    BannedName(text: "SystemRandomNumberGenerator", reason: chance),
    BannedName(text: "Task.sleep", reason: "time is simulated; schedule an event"),
    BannedName(text: "Thread", reason: "one thread owns the engine"),
    BannedName(
      text: "print(", reason: "return a value; only the program prints", onlyAsStatement: true),
  ]

  /// What would end the program without a sentence, in every module.
  static let everywhere: [BannedName] = [
    BannedName(text: "fatalError", reason: "use preconditionFailure with the invariant"),
    BannedName(text: "try!", reason: "handle the error"),
  ]

  /// The modules whose results depend on nothing but their arguments.
  static let pureModules = ["IVRLanguages", "IVRCore"]

  private static let clock = "take the time as an argument"
  private static let chance = "take a seeded stream as an argument"

  /// The banned names in files; a folder with a `print` method of its own calls that one.
  static func findings(in files: [SourceFile]) -> [Finding] {
    let printing = Set(files.filter { $0.contains("func print(") }.map(\.folder))
    return files.flatMap { file in
      findings(in: file, except: printing.contains(file.folder) ? "print(" : "")
    }
  }

  private static func findings(in file: SourceFile, except own: String) -> [Finding] {
    let banned = pureModules.contains(file.module) ? inPureModules + everywhere : everywhere
    let suspects = banned.filter { $0.text != own && file.contains($0.text) }
    guard !suspects.isEmpty else { return [] }
    var previous: Character = ";"
    return file.code.enumerated().flatMap { index, line in
      let found = suspects.filter { $0.stands(in: line, after: previous) }.map {
        Finding(path: file.path, line: index + 1, message: "\($0.text) is banned: \($0.reason)")
      }
      previous = line.last { $0 != " " } ?? previous
      return found
    }
  }

  /// Whether the name stands in a line of code; `previous` is the last character before the line.
  private func stands(in line: String, after previous: Character) -> Bool {
    var rest = line[...]
    while let found = rest.firstRange(of: text) {
      let before = line[..<found.lowerBound]
      rest = rest[found.upperBound...]
      if onlyAsStatement {
        if beginsStatement(after: before, previous) { return true }
      } else if !isPartOfName(before.last) && !(isPartOfName(text.last) && isPartOfName(rest.first))
      {
        return true
      }
    }
    return false
  }

  private func isPartOfName(_ character: Character?) -> Bool {
    guard let character else { return false }
    return character.isLetter || character.isNumber || character == "_"
  }

  private func beginsStatement(after before: Substring, _ previous: Character) -> Bool {
    if before.hasSuffix("Swift.") { return true }
    guard let last = before.split(separator: " ").last else {
      // A line that goes on with a list or an expression begins no statement.
      return !",([=+?&|.".contains(previous)
    }
    guard before.last == " " else { return false }
    return last == "in" || last.hasSuffix("{") || last.hasSuffix(";") || last.hasSuffix(":")
  }
}
