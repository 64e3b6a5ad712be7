/// How the lab is drawn and held: what a user may choose.
struct Looks {
  var theme = Theme.standard
  var borders = Borders.lines
  var hasMouse = true

  /// The characters of frames.
  enum Borders: String, CaseIterable {
    case lines, ascii

    var set: BorderSet { self == .lines ? .unicode : .ascii }
  }
}
