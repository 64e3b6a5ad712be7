/// The characters one frame is made of.
nonisolated struct Border: Hashable, Sendable {
  let horizontal: String
  let vertical: String
  let topLeft: String
  let topRight: String
  let bottomLeft: String
  let bottomRight: String

  /// Makes a border from its six characters, in the order of the properties.
  init(_ characters: String) {
    var rest = characters.map(String.init)[...]
    horizontal = rest.popFirst() ?? "-"
    vertical = rest.popFirst() ?? "|"
    topLeft = rest.popFirst() ?? "+"
    topRight = rest.popFirst() ?? "+"
    bottomLeft = rest.popFirst() ?? "+"
    bottomRight = rest.popFirst() ?? "+"
  }
}

/// The frames of one character set; heavy ones mark the focus.
nonisolated struct BorderSet: Hashable, Sendable {
  let light: Border
  let heavy: Border

  static let unicode = BorderSet(light: Border("─│┌┐└┘"), heavy: Border("━┃┏┓┗┛"))

  /// For terminals that draw box characters two columns wide, or not at all.
  static let ascii = BorderSet(light: Border("-|++++"), heavy: Border("=#####"))
}
