/// The name of a variable with its hash, which is worked out once for each template.
public struct TemplateName: Hashable, Sendable {
  /// The name as written.
  public let text: String
  /// A number that equal names share, the same in every process.
  public let hash: UInt64

  /// A name of that text.
  ///
  /// Source: the hash is FNV-1a over the UTF-8 bytes.
  public init(_ text: String) {
    self.text = text
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // Low bits choose the place in a table; fold the better mixed high ones in.
    self.hash = hash ^ hash >> 32
  }

  /// Two names are equal when their texts are.
  public static func == (left: TemplateName, right: TemplateName) -> Bool {
    left.hash == right.hash && left.text == right.text
  }

  /// Feeds the hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }
}

/// Variables in a table that is searched by the hash of a name.
///
/// A scope over it finds a variable several times faster than one over a dictionary.
public struct TemplateVariables: Sendable {
  private struct Entry {
    let name: TemplateName
    var value: TemplateValue
  }

  /// The variables at the places that their hashes choose, or behind; `nil` is free.
  ///
  /// The size is a power of two and at least twice the number of variables.
  private var entries: [Entry?] = Array(repeating: nil, count: 8)

  /// The number of variables.
  public private(set) var count = 0

  /// No variables.
  public init() {}

  /// The value of a name; setting `nil` gives `null`.
  public subscript(name: TemplateName) -> TemplateValue? {
    get { entries[place(of: name)]?.value }
    set { set(newValue ?? .null, for: name) }
  }

  /// The value of a name; setting `nil` gives `null`.
  public subscript(name: String) -> TemplateValue? {
    get { self[TemplateName(name)] }
    set { set(newValue ?? .null, for: TemplateName(name)) }
  }

  /// The place that holds the name, or the free one where it belongs.
  private func place(of name: TemplateName) -> Int {
    entries.withUnsafeBufferPointer { entries in
      let mask = entries.count - 1
      var place = Int(truncatingIfNeeded: name.hash) & mask
      while let hash = entries[place]?.name.hash {
        if hash == name.hash, entries[place]?.name.text == name.text { break }
        place = (place + 1) & mask
      }
      return place
    }
  }

  private mutating func set(_ value: TemplateValue, for name: TemplateName) {
    let place = place(of: name)
    if entries[place] != nil {
      entries[place]?.value = value
      return
    }
    entries[place] = Entry(name: name, value: value)
    count += 1
    if count * 2 > entries.count { grow() }
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: nil, count: old.count * 2)
    for case let entry? in old { entries[place(of: entry.name)] = entry }
  }
}
