/// Names a subscription to events.
public struct SubscriptionID: Identifier {
  /// The UUID.
  public let rawValue: String
  /// Wraps a UUID.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names an event on its way to a subscriber.
public struct DeliveryID: Hashable, Codable, Sendable {
  /// A number that is never reused within a run.
  public let number: UInt64

  /// Wraps a number.
  public init(number: UInt64) { self.number = number }
}

/// Somebody who is told what happens.
///
/// Source: webex-tasks-api reference, section 9.
public struct WebhookSubscription: Identifiable, Codable, Hashable, Sendable {
  /// The UUID.
  public let id: SubscriptionID
  /// The name.
  public var name: String
  /// What it is for.
  public var description: String
  /// The types of events.
  public var eventTypes: [String]
  /// Where they go.
  public var destinationURL: String
  /// The key of the signatures.
  var secret: String?
  /// Whether events are sent.
  public var isActive: Bool
  /// The version of the events' data, such as `task:1.0.0`; version 2 of the API only.
  public var resourceVersion: String?
  /// Version 1 or 2 of the API; version 2 sends a time stamp.
  public let version: Int
  /// When it was made.
  public let created: SimulationTime
  /// When it was changed last.
  public var updated: SimulationTime
}

/// An event on its way.
struct WebhookDelivery: Identifiable, Codable, Hashable, Sendable {
  let id: DeliveryID
  let subscription: SubscriptionID
  /// The event with its data; the time of sending is added when it is sent.
  let event: WebhookEvent
  /// How often it was sent.
  var attempts = 0
}

/// Who is told what, and what is on its way to them.
public struct WebhookBook: Codable, Equatable, Sendable {
  /// The subscriptions, in the order of their creation.
  public internal(set) var subscriptions = Table<WebhookSubscription>()
  var deliveries = Table<WebhookDelivery>()
  var identifiers: RandomStream
  private var nextDelivery: UInt64 = 0

  /// Subscriptions of an organisation, and events on their way, at most.
  ///
  /// Source: webex-tasks-api reference, section 9; the number of events is our choice.
  static let mostSubscriptions = 20
  private static let mostDeliveries = 1_000

  init(seed: UInt64) { identifiers = RandomStream(seed: seed, name: "webhooks") }

  /// Whether anybody is told.
  var hasListeners: Bool { subscriptions.values.contains(where: \.isActive) }

  /// The name of a delivery that is kept elsewhere.
  mutating func nextID() -> DeliveryID {
    defer { nextDelivery += 1 }
    return DeliveryID(number: nextDelivery)
  }

  /// Notes an event for a subscriber; nil where too many are on their way.
  mutating func add(_ event: WebhookEvent, for subscription: SubscriptionID) -> DeliveryID? {
    guard deliveries.count < Self.mostDeliveries else { return nil }
    let id = DeliveryID(number: nextDelivery)
    nextDelivery += 1
    deliveries[id] = WebhookDelivery(id: id, subscription: subscription, event: event)
    return id
  }
}
