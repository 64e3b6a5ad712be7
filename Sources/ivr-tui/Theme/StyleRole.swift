/// What a piece of text is for; a theme decides what that looks like.
nonisolated enum StyleRole: Character, CaseIterable, Sendable {
  // The raw value is the letter that `Screen.styleRows` prints; lower case, since upper case there
  // means reversed.
  case text = "."
  case dim = "d"
  case title = "t"
  case border = "b"
  case focusBorder = "f"
  case accent = "a"
  case good = "g"
  case warning = "w"
  case bad = "x"
  /// What the caller hears.
  case speech = "s"
  /// What the caller pressed.
  case pressed = "p"
  case key = "k"
  case keyLit = "l"
  case selection = "v"
  case status = "u"
  case help = "h"
  case helpKey = "e"
  case input = "i"
  case disabled = "o"
  /// A mark on what needs the next act.
  case attention = "!"
}
