/// A path with named gaps, such as `/v1/tasks/{taskId}/accept`.
struct PathTemplate: Hashable, Sendable {
  private enum Part: Hashable {
    case word(String)
    case gap(String)
  }

  /// The template as it is written.
  let text: String
  private let parts: [Part]

  init(_ text: String) {
    self.text = text
    parts = Self.words(text).map { word in
      let isGap = word.hasPrefix("{") && word.hasSuffix("}")
      return isGap ? .gap(String(word.dropFirst().dropLast())) : .word(String(word))
    }
  }

  /// The names of the gaps, in order.
  var names: [String] {
    parts.compactMap { part in
      if case .gap(let name) = part { name } else { nil }
    }
  }

  /// What a path puts into the gaps, decoded; nil where it is another path.
  ///
  /// A gap takes one part of the path, which must not be empty.
  func match(_ path: String) -> [String: String]? {
    let words = Self.words(path)
    guard words.count == parts.count else { return nil }
    var values: [String: String] = [:]
    for (part, word) in zip(parts, words) {
      switch part {
      case .word(let wanted): guard wanted == word else { return nil }
      case .gap(let name):
        let value = PercentEncoding.decode(String(word))
        guard !value.isEmpty else { return nil }
        values[name] = value
      }
    }
    return values
  }

  private static func words(_ path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { $0 }
  }
}
