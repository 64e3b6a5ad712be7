/// Values that are looked up by identifier and walked in the order of their arrival.
///
/// A dictionary's order differs from process to process; the core keeps its state in tables.
public struct Table<Element: Identifiable & Codable & Equatable & Sendable>: Sendable
where Element.ID: Sendable {
  /// The values, in the order of their arrival.
  public private(set) var values: [Element] = []
  private var places: [Element.ID: Int] = [:]

  /// An empty table.
  public init() {}

  /// A table of the given values; of equal identifiers the last wins.
  public init(_ values: [Element]) {
    for value in values { self[value.id] = value }
  }

  /// The value of an identifier; setting `nil` removes it.
  public subscript(id: Element.ID) -> Element? {
    get { places[id].map { values[$0] } }
    set {
      switch (places[id], newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil): remove(at: place, id)
      case (nil, let value?): append(value)
      case (nil, nil): break
      }
    }
  }

  /// Changes a value in place; does nothing where the identifier is unknown.
  public mutating func update<Result>(
    _ id: Element.ID, _ change: (inout Element) -> Result
  ) -> Result? {
    guard let place = places[id] else { return nil }
    return change(&values[place])
  }

  /// Where a value stands in the order of arrival.
  func place(of id: Element.ID) -> Int? { places[id] }

  /// The number of values.
  public var count: Int { values.count }

  private mutating func append(_ value: Element) {
    places[value.id] = values.count
    values.append(value)
  }

  private mutating func remove(at place: Int, _ id: Element.ID) {
    values.remove(at: place)
    places[id] = nil
    for index in place..<values.count { places[values[index].id] = index }
  }
}

extension Table: Equatable {
  /// Tables are equal when they hold equal values in the same order.
  public static func == (left: Table, right: Table) -> Bool { left.values == right.values }
}

extension Table: Codable {
  /// Reads the list of values.
  public init(from decoder: any Decoder) throws {
    self.init(try [Element](from: decoder))
  }

  /// Writes the list of values.
  public func encode(to encoder: any Encoder) throws {
    try values.encode(to: encoder)
  }
}
