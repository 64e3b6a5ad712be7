/// What the demo page asks 8x8 for: the `demo` of a lab document's `webCallback`.
///
/// The page's server side knows the tenant's token; browsers never see it.
public struct DemoPageSettings: Hashable, Sendable {
  /// The name of the tenant.
  public var tenant: String
  /// The number of the channel whose script speaks to those who are called now or in five minutes.
  public var channel: String
  /// The number of the queue of those who are called when an agent is free.
  public var queue: String
}
