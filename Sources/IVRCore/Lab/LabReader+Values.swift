import IVRLanguages

extension LabReader {
  /// The text of a member; without `standard` it has to be there.
  mutating func text(_ name: String, at path: [JSONStep], standard: String? = nil) -> String {
    let value = document.value(at: path + [.key(name)])
    if let text = value?.string { return text }
    if value == nil, let standard { return standard }
    let place = value == nil ? path : path + [.key(name)]
    document.report(
      "IVR102", .error, at: place,
      value == nil ? "\"\(name)\" is missing." : "\"\(name)\" is no text.")
    return standard ?? ""
  }

  /// The text of a member that may be missing.
  mutating func optional(_ name: String, at path: [JSONStep]) -> String? {
    document.value(at: path + [.key(name)])?.isNull ?? true ? nil : text(name, at: path)
  }

  /// A whole number of a member that may be missing.
  mutating func whole(
    _ name: String, at path: [JSONStep], standard: Int64, least: Int64 = 0
  ) -> Int64 {
    guard let value = document.value(at: path + [.key(name)]) else { return standard }
    guard let number = value.int64, number >= least, number <= 1_000_000_000 else {
      document.report(
        "IVR103", .error, at: path + [.key(name)],
        "\"\(name)\" is no whole number from \(least) to 1000000000.")
      return standard
    }
    return number
  }

  /// Seconds, with or without fraction, in milliseconds.
  mutating func milliseconds(_ value: JSONValue, at path: [JSONStep]) -> Int64 {
    guard let seconds = value.number?.double, seconds >= 0, seconds <= 1_000_000 else {
      document.report("IVR103", .error, at: path, "This is no number of seconds.")
      return 0
    }
    return Int64(seconds * 1000)
  }

  /// The texts of a list that may be missing.
  mutating func texts(_ name: String, at path: [JSONStep]) -> [String] {
    let place = path + [.key(name)]
    guard let value = document.value(at: place) else { return [] }
    guard let items = value.array, items.allSatisfy({ $0.string != nil }) else {
      document.report("IVR102", .error, at: place, "\"\(name)\" is no list of texts.")
      return []
    }
    return items.compactMap(\.string)
  }

  /// The items of a list of objects that may be missing.
  mutating func list<Item>(
    _ name: String, at path: [JSONStep] = [], _ read: (inout LabReader, [JSONStep]) -> Item
  ) -> [Item] {
    let place = path + [.key(name)]
    guard let value = document.value(at: place) else { return [] }
    guard let items = value.array, items.allSatisfy({ $0.object != nil }) else {
      document.report("IVR102", .error, at: place, "\"\(name)\" is no list of objects.")
      return []
    }
    return items.indices.map { read(&self, place + [.index($0)]) }
  }

  /// Reports members that nothing reads: most likely a slip of the pen.
  mutating func reportUnknownMembers(of known: [String], at path: [JSONStep]) {
    for key in document.value(at: path)?.object?.keys ?? [] where !known.contains(key) {
      document.report(
        "IVR107", .warning, at: path + [.key(key)],
        "\"\(key)\" is not read" + Suggestions.hint(for: key, in: known) + ".")
    }
  }
}
