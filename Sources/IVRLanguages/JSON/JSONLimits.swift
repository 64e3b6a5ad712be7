/// How much a JSON text may ask for before it is refused.
public struct JSONLimits: Hashable, Sendable {
  /// The number of arrays and objects that may stand inside each other.
  public var maximumDepth: Int
  /// The number of bytes a text may have.
  public var maximumBytes: Int
  /// Whether a key that occurs twice in one object is an error; otherwise the last value counts.
  public var refusesDuplicateKeys: Bool

  /// Limits given one by one.
  public init(
    maximumDepth: Int = 200, maximumBytes: Int = 64 << 20, refusesDuplicateKeys: Bool = false
  ) {
    self.maximumDepth = maximumDepth
    self.maximumBytes = maximumBytes
    self.refusesDuplicateKeys = refusesDuplicateKeys
  }

  /// Depth 200, 64 MiB, and of equal keys the last counts.
  public static let standard = JSONLimits()
}
