/// Pairs of a query or a form, read as browsers and shops really send them.
///
/// Cut at `&`, then at the first `=`; `+` is a blank, `%XX` a byte. Raw `[`, `]`, `|` and `:` stay,
/// and so does an escape that is none. Of a name that comes twice the last one counts.
/// Source: 8x8-webcallback reference, section 6; RFC 3986 is stricter, but the vendor's own examples
/// are not.
struct FormText: Hashable, Sendable {
  /// More pairs than these are not read.
  static let mostPairs = 1_000

  private var values: [String: String] = [:]

  /// Reads the query of an address.
  init(query address: String) {
    let address = address.prefix { $0 != "#" }
    let question = address.firstIndex(of: "?")
    self.init(pairs: question.map { address[address.index(after: $0)...] } ?? "")
  }

  /// Reads the body of a form.
  init(body: String) { self.init(pairs: Substring(body)) }

  private init(pairs: Substring) {
    for pair in pairs.split(separator: "&").prefix(Self.mostPairs) {
      let equals = pair.firstIndex(of: "=") ?? pair.endIndex
      let value = equals == pair.endIndex ? "" : pair[pair.index(after: equals)...]
      values[Self.decoded(pair[..<equals])] = Self.decoded(value)
    }
  }

  /// The pairs, where those of another text win.
  func overridden(by other: FormText) -> FormText {
    var result = self
    result.values.merge(other.values) { $1 }
    return result
  }

  /// The value of a name; nil where it is missing or empty.
  subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// The text that an encoded one stands for.
  static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      let isEscape = source[index] == UInt8(ascii: "%") && index + 2 < source.count
      if isEscape, let high = digit(source[index + 1]), let low = digit(source[index + 2]) {
        bytes.append(high * 16 + low)
        index += 3
      } else {
        bytes.append(source[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  /// Pairs as the body of a form; unlike in a query a blank is `+`.
  static func encode(_ pairs: [TaskAttribute]) -> String {
    pairs.map { encode($0.name) + "=" + encode($0.value) }.joined(separator: "&")
  }

  private static func encode(_ text: String) -> String {
    PercentEncoding.encode(text).replacing("%20", with: "+")
  }
}
