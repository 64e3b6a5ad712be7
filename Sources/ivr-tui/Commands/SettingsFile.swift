import Glibc
import IVRAdapters
import IVRCore
import IVRLanguages

/// Keys and looks as the user wants them.
struct Settings {
  var keyMap = KeyMap()
  var looks = Looks()
  var showsHints = true

  /// The settings with what the command line says instead.
  func changed(by arguments: Arguments) -> Settings {
    var settings = self
    if let theme = arguments.theme { settings.looks.theme = theme }
    if arguments.wantsASCII { settings.looks.borders = .ascii }
    if arguments.wantsNoMouse { settings.looks.hasMouse = false }
    return settings
  }
}

/// The file with the user's keys and looks: lines `NAME = VALUE`, remarks behind `#`.
///
/// All findings are told, with line and column.
struct SettingsFile {
  private(set) var settings = Settings()
  private(set) var findings: [Diagnostic] = []
  private let path: String
  /// The keys that were given a meaning, with their lines.
  private var bound: [(place: Binding.Place, key: Key, line: Int)] = []

  /// Reads the file of a path, or the one in the user's folder if there is one.
  static func load(_ path: String?) -> SettingsFile {
    guard let path = path ?? ownPath else { return SettingsFile("", path: "") }
    switch TextFile.read(path) {
    case .success(let bytes):
      return SettingsFile(String(decoding: bytes, as: UTF8.self), path: path)
    case .failure(let fault):
      var file = SettingsFile("", path: path)
      file.findings = [fault.finding]
      return file
    }
  }

  /// The file in the user's folder; nil where there is none.
  private static var ownPath: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let folder = variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }
    guard let path = folder.map({ $0 + "/ivr-tui/settings" }), access(path, F_OK) == 0 else {
      return nil
    }
    return path
  }

  /// Reads a text.
  init(_ text: String, path: String) {
    self.path = path
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = Self.words(line, number: index + 1, in: text)
      if !words.isEmpty { take(words) }
    }
  }

  /// A word and where it stands.
  private struct Word {
    let text: String
    let position: SourcePosition
  }

  /// The words of a line; a `#` at the start, or one that stands alone behind a value, begins a
  /// remark.
  private static func words(_ line: Substring, number: Int, in text: String) -> [Word] {
    let words = line.split { $0 == " " || $0 == "\t" }.map { word in
      let position = SourcePosition(
        offset: text.utf8.distance(from: text.startIndex, to: word.startIndex), line: number,
        column: text.unicodeScalars.distance(from: line.startIndex, to: word.startIndex) + 1)
      return Word(text: String(word), position: position)
    }
    if words.first?.text.hasPrefix("#") == true { return [] }
    let remark = words.indices.first { $0 > 2 && words[$0].text == "#" }
    return Array(words[..<(remark ?? words.count)])
  }

  private mutating func take(_ words: [Word]) {
    guard words.count >= 3, words[1].text == "=" else {
      return report(Strings.UserFile.shape, words[0])
    }
    let (name, values) = (words[0].text.lowercased(), Array(words[2...]))
    if settings.keyMap.place(of: name) != nil {
      bind(name, values)
    } else if let choices = Self.choices.first(where: { $0.name == name })?.words {
      choose(name, values, choices)
    } else {
      let hint = Suggestions.hint(for: name, in: Self.choices.map(\.name) + settings.keyMap.names)
      report(Strings.UserFile.unknown(name, hint), words[0])
    }
  }

  private static let choices = [
    (name: "theme", words: Theme.all.map(\.name)),
    (name: "borders", words: Looks.Borders.allCases.map(\.rawValue)),
    (name: "mouse", words: ["on", "off"]), (name: "hints", words: ["on", "off"]),
  ]

  private mutating func choose(_ name: String, _ values: [Word], _ choices: [String]) {
    let value = values[0].text.lowercased()
    guard values.count == 1, choices.contains(value) else {
      return report(Strings.badChoice(name, choices), values[0])
    }
    switch name {
    case "theme": settings.looks.theme = Theme.named(value) ?? settings.looks.theme
    case "borders":
      settings.looks.borders = Looks.Borders(rawValue: value) ?? settings.looks.borders
    case "mouse": settings.looks.hasMouse = value == "on"
    default: settings.showsHints = value == "on"
    }
  }

  private mutating func bind(_ name: String, _ values: [Word]) {
    if values.map(\.text) == ["none"] { return settings.keyMap.bind(name, to: []) }
    guard let place = settings.keyMap.place(of: name) else { return }
    let keys = values.compactMap { key($0, in: place) }
    if !keys.isEmpty { settings.keyMap.bind(name, to: keys) }
  }

  /// The key of a word, unless it cannot be had.
  private mutating func key(_ word: Word, in place: Binding.Place) -> Key? {
    guard let key = Key(name: word.text) else {
      report(
        Strings.UserFile.badKey(word.text, Suggestions.hint(for: word.text, in: Key.names)), word)
      return nil
    }
    if Self.fixed.contains(key) {
      report(Strings.UserFile.fixedKey(key.name), word)
      return nil
    }
    if let other = bound.first(where: { $0.place == place && $0.key == key }) {
      report(Strings.UserFile.boundTwice(key.name, other.line), word)
      return nil
    }
    bound.append((place, key, word.position.line))
    return key
  }

  /// Keys that keep their meaning, so that there is always a way out.
  private static let fixed: [Key] = [.control("c"), .control("l"), .control("z")]

  private mutating func report(_ sentence: String, _ word: Word) {
    findings.append(
      Diagnostic(
        "IVR300", .error, file: path, position: word.position, sentence,
        hint: Strings.UserFile.hint))
  }
}
