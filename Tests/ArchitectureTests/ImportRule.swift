/// What each module may import: arrows point down only.
enum ImportRule {
  /// The modules that a module may import.
  static let allowed: [String: [String]] = [
    "IVRLanguages": ["Foundation", "CExpat", "CICU", "CPhone"],
    "IVRCore": ["IVRLanguages"],
    "IVRAdapters": ["IVRCore", "IVRLanguages", "CCurl", "CMicrohttpd", "CZlib"] + world,
    "ivr-tui": ["IVRAdapters", "IVRCore", "IVRLanguages", "CNcurses"] + world,
    "ivr-bench": ["IVRAdapters", "IVRCore", "IVRLanguages"] + world,
  ]

  /// What the modules that meet the operating system and its threads may import.
  private static let world = ["Foundation", "Glibc", "Synchronization"]

  /// C libraries with the only places they are imported from, as beginnings of paths.
  static let places: [String: [String]] = [
    "CNcurses": ["ivr-tui/Terminal/Curses", "ivr-tui/Terminal/TerminalGuard"],
    "CExpat": ["IVRLanguages/SSML/"],
    "CICU": ["IVRLanguages/SSML/"],
    "CPhone": ["IVRLanguages/PhoneNumbers/"],
    "CCurl": ["IVRAdapters/Outgoing/"],
    "CMicrohttpd": ["IVRAdapters/HTTP/"],
    "CZlib": ["IVRAdapters/HTTP/"],
  ]

  /// Files that may import more than their module, each with the reason beside it.
  static let exceptions: [String: [String]] = [
    // ICU's formatters are slow to make, so they are kept; the lock is for tests that run at once.
    "IVRLanguages/SSML/SpeechFormatters.swift": ["Synchronization"],
    // What a prompt sounds like is kept; the lock is for engines that were copied.
    "IVRCore/Interpreter/PromptMemory.swift": ["Synchronization"],
  ]

  /// The imports of a file that the table does not allow.
  static func findings(in file: SourceFile) -> [Finding] {
    guard let modules = allowed[file.module] else {
      return [Finding(path: file.path, line: 1, message: "there is no rule for \(file.module)")]
    }
    return file.code.enumerated().compactMap { index, line in
      guard let name = importedModule(line), let fault = fault(name, modules, file) else {
        return nil
      }
      return Finding(path: file.path, line: index + 1, message: fault)
    }
  }

  private static func fault(_ name: String, _ modules: [String], _ file: SourceFile) -> String? {
    if exceptions[file.path]?.contains(name) == true { return nil }
    guard modules.contains(name) else {
      return "imports \(name); \(file.module) may import \(modules.joined(separator: ", "))"
    }
    guard let places = places[name], !places.contains(where: file.path.hasPrefix) else {
      return nil
    }
    return "imports \(name), which only \(places.joined(separator: ", ")) may"
  }

  /// The module that a line imports, whatever its attributes and access level.
  static func importedModule(_ line: String) -> String? {
    let words = line.split { $0 == " " || $0 == "\t" || $0 == ";" }
    guard let keyword = words.firstIndex(of: "import"),
      words[..<keyword].allSatisfy({ $0.first == "@" || levels.contains(String($0)) })
    else { return nil }
    let named = words[(keyword + 1)...].drop { kinds.contains(String($0)) }.first
    return named.map { String($0.prefix { $0 != "." }) }
  }

  private static let levels = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds = [
    "struct", "class", "enum", "protocol", "typealias", "func", "var", "let",
  ]
}
