/// What SSML 1.1 allows: the attributes of each element and what it may hold.
///
/// Source: SSML 1.1, sections 3.1 to 3.3 and appendix D (the core schema).
enum SSMLSchema {
  /// What an element may hold.
  enum Content: Equatable {
    /// Text and these elements.
    case mixed([SSMLElementKind])
    /// Text only.
    case text
    /// Neither text nor elements of SSML.
    case none
  }

  /// An attribute of an element.
  struct Attribute {
    let name: String
    let type: SSMLValueType
    var isRequired = false
  }

  private static let sentence: [SSMLElementKind] = [
    .audio, .pause, .emphasis, .lang, .lookup, .mark, .phoneme, .prosody, .sayAs, .sub, .token,
    .voice, .w,
  ]
  private static let token: [SSMLElementKind] = [
    .audio, .pause, .emphasis, .mark, .phoneme, .prosody, .sayAs, .sub, .voice,
  ]
  /// The elements that come before all others in `speak`.
  static let head: [SSMLElementKind] = [.meta, .metadata, .lexicon]

  /// What an element may hold; elements of other namespaces may stand anywhere.
  static func content(of kind: SSMLElementKind) -> Content {
    switch kind {
    case .speak: .mixed(head + sentence + [.p, .s])
    case .p: .mixed(sentence + [.s])
    case .s, .emphasis: .mixed(sentence)
    case .voice, .prosody, .lang, .lookup: .mixed(sentence + [.p, .s])
    case .audio: .mixed(sentence + [.p, .s, .desc])
    case .token, .w: .mixed(token)
    case .sayAs, .sub, .phoneme, .desc: .text
    case .pause, .mark, .lexicon, .meta, .metadata: .none
    }
  }

  private static let failures = ["changevoice", "ignoretext", "ignorelang", "processorchoice"]
  private static let features = ["name", "languages", "gender", "age", "variant"]
  private static let amount = SSMLValueType.integer(minimum: 0, orEmpty: false)

  /// The attributes of an element, without those of the XML namespace.
  static func attributes(of kind: SSMLElementKind) -> [Attribute] {
    let onFailure = Attribute(name: "onlangfailure", type: .oneOf(failures))
    let fetching = [
      Attribute(name: "fetchtimeout", type: .time), Attribute(name: "maxage", type: amount),
      Attribute(name: "maxstale", type: amount),
    ]
    return switch kind {
    case .speak:
      [
        Attribute(name: "version", type: .nameToken), onFailure,
        Attribute(name: "startmark", type: .text), Attribute(name: "endmark", type: .text),
      ]
    case .p, .s, .lang: [onFailure]
    case .token, .w: [Attribute(name: "role", type: .qualifiedNames), onFailure]
    case .audio:
      [
        Attribute(name: "src", type: .text),
        Attribute(name: "fetchhint", type: .oneOf(["safe", "prefetch"])),
      ] + fetching
    case .lexicon:
      [
        Attribute(name: "uri", type: .text, isRequired: true),
        Attribute(name: "type", type: .text),
      ] + fetching
    default: spoken(kind)
    }
  }

  private static func spoken(_ kind: SSMLElementKind) -> [Attribute] {
    switch kind {
    case .pause:
      [
        Attribute(name: "time", type: .time),
        Attribute(
          name: "strength",
          type: .oneOf(["none", "x-weak", "weak", "medium", "strong", "x-strong"])),
      ]
    case .emphasis:
      [Attribute(name: "level", type: .oneOf(["strong", "moderate", "none", "reduced"]))]
    case .lookup: [Attribute(name: "ref", type: .name, isRequired: true)]
    case .mark: [Attribute(name: "name", type: .text)]
    case .meta:
      [
        Attribute(name: "content", type: .text, isRequired: true),
        Attribute(name: "name", type: .nameToken), Attribute(name: "http-equiv", type: .nameToken),
      ]
    case .phoneme:
      [
        Attribute(name: "ph", type: .text, isRequired: true),
        Attribute(name: "alphabet", type: .alphabet),
        Attribute(name: "type", type: .oneOf(["default", "ruby"])),
      ]
    case .prosody: prosody
    case .sayAs:
      [
        Attribute(name: "interpret-as", type: .nameToken, isRequired: true),
        Attribute(name: "format", type: .nameToken), Attribute(name: "detail", type: .nameToken),
      ]
    case .sub: [Attribute(name: "alias", type: .text, isRequired: true)]
    case .voice: voice
    default: []
    }
  }

  private static let prosody = [
    Attribute(name: "pitch", type: .pitch), Attribute(name: "contour", type: .contour),
    Attribute(name: "range", type: .pitch), Attribute(name: "rate", type: .rate),
    Attribute(name: "duration", type: .time), Attribute(name: "volume", type: .volume),
  ]
  private static let voice = [
    Attribute(name: "gender", type: .oneOf(["male", "female", "neutral", ""])),
    Attribute(name: "age", type: .integer(minimum: 0, orEmpty: true)),
    Attribute(name: "variant", type: .integer(minimum: 1, orEmpty: true)),
    Attribute(name: "name", type: .text), Attribute(name: "languages", type: .voiceLanguages),
    Attribute(name: "required", type: .listOf(features)),
    Attribute(name: "ordering", type: .listOf(features)),
    Attribute(
      name: "onvoicefailure",
      type: .oneOf(["priorityselect", "keepexisting", "processorchoice"])),
  ]

  /// The type of an attribute of the XML namespace; `nil` for one that XML does not know.
  static func xmlAttribute(_ name: String) -> SSMLValueType? {
    switch name {
    case "xml:lang": .language
    case "xml:id": .name
    case "xml:space": .oneOf(["default", "preserve"])
    default: nil
    }
  }

  /// The attributes of the XML namespace that an element must have.
  static func requiredXML(_ kind: SSMLElementKind) -> [String] {
    switch kind {
    case .lang: ["xml:lang"]
    case .lexicon: ["xml:id"]
    default: []
    }
  }
}
