import IVRLanguages

/// The list `[name|value][name|value]…` of `extTransactionData` and `ctl_userdata`.
///
/// Blanks and line ends between two pairs do not matter, since the vendor's example wraps its lines.
/// The first `|` cuts; further ones belong to the value.
/// Source: 8x8-webcallback reference, section 4.
enum BracketPairs {
  /// The most pairs of a list.
  static let most = 200
  /// The longest list, in characters.
  static let longest = 16_384

  /// The pairs in order; nil where the brackets do not close, a name is missing, or the list is
  /// beyond its limits.
  static func read(_ text: String) -> [TaskAttribute]? {
    guard text.unicodeScalars.count <= longest else { return nil }
    var pairs: [TaskAttribute] = []
    var rest = Substring(text).drop(while: \.isWhitespace)
    while !rest.isEmpty {
      guard rest.first == "[", let end = rest.firstIndex(of: "]"), pairs.count < most else {
        return nil
      }
      guard let pair = pair(rest[rest.index(after: rest.startIndex)..<end]) else { return nil }
      pairs.append(pair)
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
    return pairs
  }

  private static func pair(_ text: Substring) -> TaskAttribute? {
    guard let cut = text.firstIndex(of: "|") else { return nil }
    let name = text[..<cut]
    guard !name.isEmpty, !name.contains("[") else { return nil }
    return TaskAttribute(name: String(name), value: String(text[text.index(after: cut)...]))
  }
}

/// What came with `ctl_userdata`.
struct WebCallbackUserData: Codable, Hashable, Sendable {
  /// Where the data go when the callback is over; nil where nobody is told.
  var callbackURL: String?
  /// The pairs that are sent, in order, before their tokens are replaced.
  var pairs: [TaskAttribute] = []
  /// What was left out, one sentence each.
  var warnings: [String] = []

  /// Nothing.
  init() {}

  /// Sorts pairs: names that begin with `ctl_` are the system's, of which it knows one.
  init(_ list: [TaskAttribute]) {
    for pair in list {
      if !pair.name.hasPrefix("ctl_") {
        pairs.append(pair)
      } else if pair.name != "ctl_callbackUrl" {
        warnings.append("ctl_userdata: \(VisibleText.line(pair.name)) is no system data of 8x8")
      } else if WebAddress.isUsable(pair.value) {
        callbackURL = pair.value.trimmed
      } else {
        warnings.append("ctl_userdata: ctl_callbackUrl is no http or https address")
      }
    }
  }
}
