/// The members of a JSON object in the order they were written.
///
/// A key that occurs twice keeps its first place and takes its last value.
public struct JSONObject: Hashable, Sendable {
  /// One key with its value.
  public struct Member: Hashable, Sendable {
    /// The key, unescaped.
    public let key: String
    /// The value.
    public var value: JSONValue
  }

  /// The members, in order.
  public private(set) var members: [Member]
  private var places: [String: Int]?

  /// Objects up to this size are searched from the start; larger ones keep an index.
  private static let indexThreshold = 12

  /// An object without members.
  public init() {
    members = []
  }

  /// An object of the given pairs, in order.
  public init(_ pairs: [(String, JSONValue)]) {
    self.init()
    members.reserveCapacity(pairs.count)
    for (key, value) in pairs { self[key] = value }
  }

  /// The value of `key`; setting `nil` removes the member.
  public subscript(key: String) -> JSONValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(key, value)
      case (nil, nil): break
      }
    }
  }

  /// The keys, in order.
  public var keys: [String] { members.map(\.key) }
  /// The values, in order.
  public var values: [JSONValue] { members.map(\.value) }
  /// The number of members.
  public var count: Int { members.count }
  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// Two objects are equal when they hold the same members in the same order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members == right.members
  }

  /// Feeds the members in order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(members)
  }

  private func place(of key: String) -> Int? {
    if let places { return places[key] }
    return members.firstIndex { $0.key == key }
  }

  private mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
    if places != nil {
      places?[key] = members.count - 1
    } else if members.count > Self.indexThreshold {
      reindex()
    }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    if places != nil { reindex() }
  }

  private mutating func reindex() {
    var index: [String: Int] = [:]
    index.reserveCapacity(members.count)
    for (place, member) in members.enumerated() { index[member.key] = place }
    places = index
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object of the written pairs, in order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements)
  }
}
