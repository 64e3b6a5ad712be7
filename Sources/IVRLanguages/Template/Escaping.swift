/// How text is made safe for the place it is put in.
///
/// Source: the levels that Pebble takes by default: HTML the five signs of markup; JavaScript and
/// JSON everything beyond ASCII, too; CSS as an identifier; URL as the value of a parameter.
enum Escaping: String {
  case html
  case javaScript = "js"
  case css
  case urlParameter = "url_param"
  case json

  func escape(_ text: String) -> String {
    switch self {
    case .html: HTMLText.escape(text)
    case .javaScript: Self.script(text, isJSON: false)
    case .json: Self.script(text, isJSON: true)
    case .css: Self.css(text)
    case .urlParameter: Self.parameter(text)
    }
  }

  // MARK: JavaScript and JSON

  private static func script(_ text: String, isJSON: Bool) -> String {
    var result = ""
    var previous: UInt16 = 0
    for unit in text.utf16 {
      if let short = shortEscape(unit, after: previous, isJSON: isJSON) {
        result += short
      } else if unit < 0x20 || unit >= 0x7F || unit == UInt16(ascii: "&") {
        result += !isJSON && unit <= 0xFF ? "\\x" + hex(unit, 2) : "\\u" + hex(unit, 4)
      } else {
        result += TemplateValue.text(of: unit)
      }
      previous = unit
    }
    return result
  }

  private static func shortEscape(
    _ unit: UInt16, after previous: UInt16, isJSON: Bool
  ) -> String? {
    switch unit {
    case 0: isJSON ? nil : "\\0"
    case 8: "\\b"
    case 9: "\\t"
    case 10: "\\n"
    case 12: "\\f"
    case 13: "\\r"
    case UInt16(ascii: "\""): "\\\""
    case UInt16(ascii: "'"): isJSON ? nil : "\\'"
    case UInt16(ascii: "\\"): "\\\\"
    case UInt16(ascii: "/"): previous == UInt16(ascii: "<") ? "\\/" : nil
    default: nil
    }
  }

  // MARK: CSS

  private static func css(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      if isPlainInCSS(scalar, at: place, next: next) {
        result.unicodeScalars.append(scalar)
      } else if isSignInCSS(scalar) {
        result += "\\"
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\" + String(scalar.value, radix: 16, uppercase: true)
        if next?.properties.isASCIIHexDigit ?? false { result += " " }
      }
    }
    return result
  }

  private static func isPlainInCSS(
    _ scalar: Unicode.Scalar, at place: Int, next: Unicode.Scalar?
  ) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z": true
    case "0"..."9": place > 0
    case "_": place > 0
    case "-":
      place > 0 || !(next.map { $0 == "-" || ("0"..."9").contains($0) } ?? false)
    default: false
    }
  }

  private static func isSignInCSS(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "!", "\"", "#", "$", "%", "&", "'", "(", ")", "*", "+", ",", "-", ".", "/", ";",
      "<", "=", ">", "?", "@", "[", "\\", "]", "^", "_", "`", "{", "|", "}", "~":
      true
    default: false
    }
  }

  // MARK: URL

  private static func parameter(_ text: String) -> String {
    percentEncoded(text) { byte in
      isLetterOrDigit(byte) || "-._~!$'()*,;:@/?".utf8.contains(byte)
    }
  }

  /// The coding of forms: letters, digits and `.-*_` stay, a blank becomes `+`.
  static func formEncoded(_ text: String) -> String {
    percentEncoded(text) { isLetterOrDigit($0) || ".-*_ ".utf8.contains($0) }
      .replacing(" ", by: "+")
  }

  private static func percentEncoded(_ text: String, _ isPlain: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        result.append(byte)
      } else {
        result += ("%" + hex(UInt16(byte), 2)).utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func hex(_ unit: UInt16, _ count: Int) -> String {
    let digits = String(unit, radix: 16, uppercase: true)
    return String(repeating: "0", count: count - digits.count) + digits
  }
}

extension UInt16 {
  init(ascii: Unicode.Scalar) { self = UInt16(truncatingIfNeeded: ascii.value) }
}
