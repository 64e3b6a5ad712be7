import IVRLanguages

/// Who answers in the place of a host outside.
enum MockTarget: Hashable, Sendable {
  /// A ready answer, by its place in the lab document.
  case ready(Int)
  /// A store by its place, with a collection and perhaps an object.
  case store(Int, collection: String, row: String?)

  /// The name in lists and logs.
  var name: String {
    switch self {
    case .ready(let place): "mocks[\(place)]"
    case .store(let place, _, _): "mockStores[\(place)]"
    }
  }
}

/// A request that left for a host outside, as the mock server noted it.
public struct MockHit: Codable, Hashable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// When it was answered.
  public let time: SimulationTime
  /// Who asked: `call`, `client` or `web callback`.
  public let origin: String
  /// The task it was for.
  public let task: TaskID?
  /// The method.
  public let method: String
  /// The address, with secrets masked.
  public let url: String
  /// The beginning of the body, with secrets masked.
  public let body: String
  /// Who answered: `mocks[0]`, `mockStores[0]`, `inbox` or `nobody`.
  public let target: String
  /// The status; nil where there was no answer.
  public var status: Int?
  /// What went wrong on purpose.
  public var fault: MockFault.Kind?

  /// The most characters of a body that are kept.
  static let longestBody = 4_096
}

/// What the mock server knows while the lab runs.
public struct MockBook: Codable, Equatable, Sendable {
  /// How often something was asked.
  struct Count: Identifiable, Codable, Hashable, Sendable {
    let id: String
    var hits = 0
    /// The fault that was switched on during the run, over the one of the document.
    var fault: MockFault?
    /// The hits before that fault was switched on, which it does not count.
    var hitsBefore = 0
    /// Whether the document's fault is switched off.
    var isMended = false
  }

  /// The latest requests, the oldest first.
  public private(set) var hits: [MockHit] = []
  /// How many there were in all.
  public private(set) var total = 0
  var collections = Table<MockCollection>()
  var counts = Table<Count>()
  var stream: RandomStream

  /// The most requests that are kept.
  static let mostHits = 1_000

  init(_ lab: Lab) {
    stream = RandomStream(seed: lab.seed, name: "mocks")
    for (place, store) in lab.mockStores.enumerated() {
      for collection in store.collections {
        let id = Self.id(place, collection.name)
        collections[id] = MockCollection(id: id, rows: collection.rows.map { .object($0) })
      }
    }
  }

  /// Names a collection.
  static func id(_ store: Int, _ collection: String) -> String { "\(store)/\(collection)" }

  /// Notes a request.
  mutating func note(_ hit: MockHit) {
    total = hit.number
    hits.append(hit)
    // Not one by one: a full log would move at each request.
    if hits.count > Self.mostHits + Self.mostHits / 10 {
      hits.removeFirst(hits.count - Self.mostHits)
    }
  }

  /// Forgets the requests; their numbers go on.
  mutating func clearHits() { hits = [] }

  /// Counts a hit of something; returns its number from 1.
  mutating func count(_ name: String) -> Int {
    var count = counts[name] ?? Count(id: name)
    count.hits += 1
    counts[name] = count
    return count.hits
  }

  /// The fault that concerns a hit, if one does.
  mutating func fault(_ name: String, _ written: MockFault?, hit: Int) -> MockFault? {
    let count = counts[name]
    let fault = count?.fault ?? (count?.isMended == true ? nil : written)
    let own = hit - (count?.fault == nil ? 0 : count?.hitsBefore ?? 0)
    guard let fault, fault.isDue(hit: own, &stream) else { return nil }
    return fault
  }

  /// Switches a fault on; nil switches all faults off.
  mutating func set(_ fault: MockFault?, for name: String) {
    var count = counts[name] ?? Count(id: name)
    count.fault = fault
    count.hitsBefore = count.hits
    count.isMended = fault == nil
    counts[name] = count
  }
}
