/// Makes text from outside safe to show on a screen.
public enum VisibleText {
  /// The text on one line: also line ends become visible.
  public static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { visible($0) != $0 }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(visible(scalar)) }
    return String(shown)
  }

  /// The text with every control character replaced by a visible one; blanks are kept.
  ///
  /// ESC becomes `␛`, other C0 characters and DEL their own pictures; C1 characters and those that
  /// hide themselves or turn the writing direction become `�`, since a terminal may act on them.
  static func visible(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(scalar == "\n" ? scalar : visible(scalar))
    }
    return String(shown)
  }

  /// The visible form of one character.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
      "\u{FFFD}"
    default: scalar
    }
  }

  /// The text on one line: blanks, tabs and line ends folded to one blank, none at the ends.
  static func folded(_ text: String) -> String {
    var shown = ""
    append(text, to: &shown)
    if shown.last == " " { shown.removeLast() }
    return shown
  }

  /// Adds a text to a line, folding blanks at the seam too; the line may end with one blank.
  static func append(_ text: String, to line: inout String) {
    var scalars = String.UnicodeScalarView()
    var blank = line.isEmpty || line.unicodeScalars.last == " "
    for scalar in text.unicodeScalars {
      if !scalar.properties.isWhitespace {
        scalars.append(visible(scalar))
        blank = false
      } else if !blank {
        scalars.append(" ")
        blank = true
      }
    }
    line.unicodeScalars.append(contentsOf: scalars)
  }

  /// A short form of a value for a sentence: folded, at most 40 characters.
  static func quoted(_ text: String) -> String {
    let whole = folded(text)
    return "\"" + (whole.count > 40 ? whole.prefix(39) + "…" : whole) + "\""
  }
}
