/// Text within HTML.
///
/// Source: HTML Living Standard, section 13.1.2.3 and 13.3: what may stand in elements and in
/// attributes with quotes.
public enum HTMLText {
  /// The text with its five special characters written as references.
  public static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
