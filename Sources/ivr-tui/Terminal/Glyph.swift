/// What the terminal shows in one or two columns: a base scalar and the marks on it.
///
/// Text is made safe on the way here. Control characters become pictures (`␛`), the ones without a
/// picture, bidirectional and zero-width controls become their number (`<202E>`), emoji sequences
/// lose what terminals disagree about (joined parts, variation selectors, skin tones), flags become
/// their two letters, and unassigned and private characters become `�`.
nonisolated struct Glyph: Hashable, Sendable {
  let text: String
  let width: Int

  /// All glyphs of a text.
  static func glyphs(of text: String) -> [Glyph] {
    var glyphs: [Glyph] = []
    visit(text) { glyph in
      glyphs.append(glyph)
      return true
    }
    return glyphs
  }

  /// Hands over glyph after glyph until the text ends or `body` returns false.
  static func visit(_ text: String, _ body: (Glyph) -> Bool) {
    for character in text {
      if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
        guard body(Glyph(text: String(character), width: 1)) else { return }
        continue
      }
      var builder = GlyphBuilder()
      for scalar in character.unicodeScalars where !builder.add(scalar) { break }
      builder.finish()
      for glyph in builder.glyphs where !body(glyph) { return }
    }
  }
}

/// Turns the scalars of one user-perceived character into glyphs.
private nonisolated struct GlyphBuilder {
  private(set) var glyphs: [Glyph] = []
  private var base = ""
  private var width = 0
  private var marks = 0
  private var isEmoji = false

  /// Marks beyond these are dropped: a curses cell holds a base and four more.
  private static let mostMarks = 4

  /// Takes one scalar; false when the rest of the character is not to be shown.
  mutating func add(_ scalar: Unicode.Scalar) -> Bool {
    if !base.isEmpty, isEmoji || isVariationSelector(scalar) {
      if scalar.value == 0x200D { return false }
      if isVariationSelector(scalar) || scalar.properties.isEmojiModifier { return true }
    }
    if let visible = VisibleForm.of(scalar) {
      finish()
      glyphs += visible.map { Glyph(text: String($0), width: 1) }
    } else if isMark(scalar) {
      addMark(scalar)
    } else {
      finish()
      base = String(scalar)
      width = DisplayWidth.isWide(scalar) ? 2 : 1
      isEmoji = scalar.properties.isEmoji && scalar.value > 0x7F
    }
    return true
  }

  /// Ends the glyph that was being built.
  mutating func finish() {
    if !base.isEmpty { glyphs.append(Glyph(text: base, width: width)) }
    base = ""
    marks = 0
  }

  private mutating func addMark(_ mark: Unicode.Scalar) {
    if base.isEmpty {
      base = "◌"
      width = 1
    }
    marks += 1
    if marks <= Self.mostMarks { base.unicodeScalars.append(mark) }
  }

  private func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isVariationSelector
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300: false
    // Vowels and finals of a Korean syllable written in parts.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: true
    default: [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
    }
  }
}

/// What stands for a scalar that has no picture, or none that can be trusted.
private nonisolated enum VisibleForm {
  /// The stand-in, every character of it one column wide; nil when the scalar shows as itself.
  static func of(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: picture(of: scalar.value)
    case 0x7F: picture(of: 0x21)
    case 0x20..<0x7F, 0xAE..<0x300, 0x2190..<0x2600: nil
    case 0x1F1E6...0x1F1FF: picture(of: scalar.value - 0x1F1E6 + 0x41, from: 0)
    default: ofCategory(scalar)
    }
  }

  private static func picture(of value: UInt32, from base: UInt32 = 0x2400) -> String? {
    Unicode.Scalar(base + value).map(String.init)
  }

  private static func ofCategory(_ scalar: Unicode.Scalar) -> String? {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .unassigned, .privateUse, .surrogate: return "\u{FFFD}"
    case .spaceSeparator: return DisplayWidth.isWide(scalar) ? nil : " "
    case .control, .format, .lineSeparator, .paragraphSeparator: return number(of: scalar)
    default: return properties.isDefaultIgnorableCodePoint ? number(of: scalar) : nil
    }
  }

  private static func number(of scalar: Unicode.Scalar) -> String {
    "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
  }
}
