/// The small words between numbers, in one language.
struct SpeechPhrases {
  /// Between the two last parts of a sum or a mixed number.
  var and: String
  /// Between the two parts of a sum of money.
  var moneyAnd: String
  /// Between whole number and decimal digits, where ICU does not tell, with its blanks.
  var point: String
  /// Before the extension of a telephone number.
  var telephoneExtension: String
  /// Between the two numbers of a fraction that has no name.
  var over: String

  /// The words of a language; others than English, Spanish and French get none of their own.
  init(language: String) {
    switch language {
    case "es":
      self.init("y", "con", " coma ", "extensión", "sobre")
    case "fr":
      self.init("et", "et", " virgule ", "poste", "sur")
    case "en":
      self.init("and", "and", " point ", "extension", "over")
    default:
      self.init("", "", " ", "", "/")
    }
  }

  private init(
    _ and: String, _ moneyAnd: String, _ point: String, _ telephoneExtension: String,
    _ over: String
  ) {
    self.and = and
    self.moneyAnd = moneyAnd
    self.point = point
    self.telephoneExtension = telephoneExtension
    self.over = over
  }
}

/// What characters are called when a text is spelled.
enum SymbolNames {
  private static let english: [Character: String] = [
    "-": "dash", "–": "dash", "—": "dash", "_": "underscore", ".": "dot", ",": "comma",
    ":": "colon", ";": "semicolon", "!": "exclamation mark", "?": "question mark", "@": "at",
    "#": "pound", "$": "dollar", "%": "percent", "&": "and", "*": "star", "+": "plus",
    "=": "equals", "/": "slash", "\\": "backslash", "(": "open parenthesis",
    ")": "close parenthesis", "[": "open bracket", "]": "close bracket", "{": "open brace",
    "}": "close brace", "<": "less than", ">": "greater than", "'": "apostrophe",
    "’": "apostrophe", "\"": "quote", "|": "vertical bar", "~": "tilde", "^": "caret",
    "`": "backquote", "€": "euro", "£": "pound", "¥": "yen", "°": "degree", "§": "section",
    "©": "copyright", "®": "registered", "¿": "question mark", "¡": "exclamation mark",
    "−": "minus",
  ]
  private static let spanish: [Character: String] = [
    "-": "guion", "–": "guion", "—": "guion", "_": "guion bajo", ".": "punto", ",": "coma",
    ":": "dos puntos", ";": "punto y coma", "!": "exclamación", "?": "interrogación",
    "@": "arroba", "#": "almohadilla", "$": "dólar", "%": "por ciento", "&": "y",
    "*": "asterisco", "+": "más", "=": "igual", "/": "barra", "\\": "barra invertida",
    "(": "abre paréntesis", ")": "cierra paréntesis", "'": "apóstrofo", "’": "apóstrofo",
    "\"": "comillas", "€": "euro", "£": "libra", "°": "grado", "−": "menos",
  ]
  private static let french: [Character: String] = [
    "-": "tiret", "–": "tiret", "—": "tiret", "_": "tiret bas", ".": "point", ",": "virgule",
    ":": "deux-points", ";": "point-virgule", "!": "point d’exclamation",
    "?": "point d’interrogation", "@": "arobase", "#": "dièse", "$": "dollar",
    "%": "pour cent", "&": "et", "*": "étoile", "+": "plus", "=": "égale", "/": "barre oblique",
    "\\": "barre oblique inverse", "(": "parenthèse ouvrante", ")": "parenthèse fermante",
    "'": "apostrophe", "’": "apostrophe", "\"": "guillemet", "€": "euro", "£": "livre",
    "°": "degré", "−": "moins",
  ]

  /// What a character is called; `nil` where the language has no name for it here.
  static func name(of character: Character, language: SpeechLanguage) -> String? {
    switch language.code {
    case "en": english[character]
    case "es": spanish[character]
    case "fr": french[character]
    default: nil
    }
  }
}
