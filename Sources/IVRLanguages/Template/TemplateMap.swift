/// The members of a map, in order; keys may be of any kind.
public struct TemplateMap: Hashable, Sendable {
  private final class Storage: Sendable {
    let keys: [TemplateValue]
    let values: [TemplateValue]
    let places: [TemplateValue: Int]?
    let ignoresCase: Bool

    init(keys: [TemplateValue], values: [TemplateValue], ignoresCase: Bool) {
      self.keys = keys
      self.values = values
      self.ignoresCase = ignoresCase
      if keys.count > TemplateMap.indexThreshold {
        var places: [TemplateValue: Int] = [:]
        for (place, key) in keys.enumerated() { places[key] = place }
        self.places = places
      } else {
        places = nil
      }
    }
  }

  /// Maps up to this size are searched from the start; larger ones keep an index.
  private static let indexThreshold = 12

  private let storage: Storage

  /// A map of the given pairs; a key that occurs twice keeps its first place and its last value.
  ///
  /// With `ignoresCase` an attribute that no key spells exactly finds the first key that differs
  /// in letter case only.
  public init(_ pairs: [(TemplateValue, TemplateValue)], ignoresCase: Bool = false) {
    var keys: [TemplateValue] = []
    var values: [TemplateValue] = []
    var places: [TemplateValue: Int] = [:]
    keys.reserveCapacity(pairs.count)
    values.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      if let place = places[key] {
        values[place] = value
      } else {
        places[key] = keys.count
        keys.append(key)
        values.append(value)
      }
    }
    storage = Storage(keys: keys, values: values, ignoresCase: ignoresCase)
  }

  /// The keys, in order.
  public var keys: [TemplateValue] { storage.keys }
  /// The values, in order.
  public var values: [TemplateValue] { storage.values }
  /// The number of members.
  public var count: Int { storage.keys.count }
  /// Whether there is no member.
  public var isEmpty: Bool { storage.keys.isEmpty }

  /// The value of exactly that key.
  public subscript(key: TemplateValue) -> TemplateValue? {
    place(of: key).map { storage.values[$0] }
  }

  /// The value of a text key, in the case of the letters or, where the map says so, in any case.
  public func value(named name: String) -> TemplateValue? {
    if let place = place(of: .text(name)) { return storage.values[place] }
    guard storage.ignoresCase else { return nil }
    let lowered = name.lowercased()
    let place = storage.keys.firstIndex {
      if case .text(let key) = $0 { key.lowercased() == lowered } else { false }
    }
    return place.map { storage.values[$0] }
  }

  /// The members as entries, in order.
  var entries: [TemplateValue] {
    zip(keys, values).map { .entry(TemplateEntry(key: $0, value: $1)) }
  }

  /// Two maps are equal when they hold the same members in the same order.
  public static func == (left: TemplateMap, right: TemplateMap) -> Bool {
    left.storage === right.storage || left.keys == right.keys && left.values == right.values
  }

  /// Feeds the members in order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(storage.keys)
    hasher.combine(storage.values)
  }

  private func place(of key: TemplateValue) -> Int? {
    if let places = storage.places { return places[key] }
    return storage.keys.firstIndex(of: key)
  }
}

extension TemplateMap {
  /// A map whose keys are known to differ.
  init(uniqueKeys keys: [TemplateValue], values: [TemplateValue]) {
    storage = Storage(keys: keys, values: values, ignoresCase: false)
  }
}
