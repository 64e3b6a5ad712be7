import IVRLanguages

/// A piece of HTML.
///
/// Text that is put into a literal of it is escaped; pieces of HTML are not.
struct Markup: ExpressibleByStringInterpolation, Hashable, Sendable {
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// Text, escaped for elements and for attributes in quotes.
    mutating func appendInterpolation(_ value: String) { text += HTMLText.escape(value) }

    mutating func appendInterpolation(_ value: Markup) { text += value.text }

    mutating func appendInterpolation(_ values: [Markup]) {
      text += values.map(\.text).joined(separator: "\n")
    }

    /// A piece that may be missing.
    mutating func appendInterpolation(_ value: Markup?) { text += value?.text ?? "" }
  }

  /// The HTML.
  let text: String

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
}
