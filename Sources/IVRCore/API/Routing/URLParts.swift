/// The parts of an address that routing looks at.
///
/// Source: RFC 3986, section 3; no user names, no fragments.
struct URLParts: Hashable, Sendable {
  /// The host in lower case, without port; for an unknown connector `connector:NAME`.
  let host: String
  /// The path, with its leading slash.
  let path: String
  /// The address without query and fragment.
  let base: String
  /// The query's pairs, decoded, in order.
  let query: [(name: String, value: String)]

  init(_ url: String) {
    let address = url.prefix { $0 != "#" }
    let cut = address.firstIndex(of: "?") ?? address.endIndex
    base = String(address[..<cut])
    let question = cut == address.endIndex ? "" : address[address.index(after: cut)...]
    query = question.split(separator: "&").map { pair in
      let equals = pair.firstIndex(of: "=") ?? pair.endIndex
      let value = equals == pair.endIndex ? "" : pair[pair.index(after: equals)...]
      return (Self.decoded(pair[..<equals]), Self.decoded(value))
    }
    let rest = Self.withoutScheme(base)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash].lowercased()
    host = base.hasPrefix("connector:") ? authority : String(authority.prefix { $0 != ":" })
    path = slash == rest.endIndex ? "/" : String(rest[slash...])
  }

  private static func decoded(_ text: Substring) -> String {
    PercentEncoding.decode(String(text.map { $0 == "+" ? " " : $0 }))
  }

  private static func withoutScheme(_ text: String) -> Substring {
    for scheme in ["https://", "http://"] where text.lowercased().hasPrefix(scheme) {
      return text.dropFirst(scheme.count)
    }
    return text[...]
  }

  static func == (left: URLParts, right: URLParts) -> Bool {
    left.base == right.base && left.query.elementsEqual(right.query, by: ==)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(base) }
}
