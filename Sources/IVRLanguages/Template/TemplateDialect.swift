/// Which engine a template is meant for.
///
/// Source: Pebble 4.1.2 and 3.2.2; the flow additions follow what flows of the product use.
public struct TemplateDialect: Hashable, Sendable {
  /// A release line of Pebble.
  public enum Version: Hashable, Sendable {
    /// 3.x: texts are never numbers, `date` of a text needs `existingFormat`.
    case v3
    /// 4.1.2 and later.
    case v4
  }

  /// The release line.
  public var version: Version
  /// Whether an undefined name or attribute is an error instead of nothing.
  public var strictVariables: Bool
  /// Whether printed values are escaped for HTML; off in flows.
  public var autoescape: Bool

  /// A dialect given by all its settings.
  public init(version: Version, strictVariables: Bool = false, autoescape: Bool = false) {
    self.version = version
    self.strictVariables = strictVariables
    self.autoescape = autoescape
  }

  /// Pebble 4.1.2 with the additions of flows.
  public static let pebble41 = TemplateDialect(version: .v4)
  /// Pebble 3.2.2 with the additions of flows.
  public static let pebble32 = TemplateDialect(version: .v3)
}
