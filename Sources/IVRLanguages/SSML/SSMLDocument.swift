/// A well-formed document: its elements and texts, nothing checked but the XML.
struct SSMLDocument: Equatable {
  /// The first element, whatever its name.
  let root: SSMLElement
}

/// One element with what it holds.
struct SSMLElement: Equatable {
  /// The namespace of SSML 1.0 and 1.1.
  static let namespace = "http://www.w3.org/2001/10/synthesis"

  /// The local name, as written.
  let name: String
  /// The name with its prefix, as written.
  let writtenName: String
  /// The namespace, empty where there is none.
  let namespace: String
  /// The attributes in written order; those of the XML namespace are named `xml:…`.
  let attributes: [SSMLAttribute]
  /// The prefixes of namespaces that its tag declares.
  var prefixes: [String] = []
  /// Where the tag begins.
  let position: SourcePosition
  /// Texts and elements in order; neighbouring texts are one.
  var children: [SSMLNode] = []

  /// Whether the element is SSML's: in its namespace, or in none as voice platforms accept.
  var isSSML: Bool { namespace.isEmpty || namespace == Self.namespace }

  /// The value of an attribute.
  func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// All text inside, without what `metadata` and `desc` hold.
  var plainText: String {
    children.reduce(into: "") { text, child in
      switch child {
      case .text(let own, _): text += own
      case .element(let inner):
        if !inner.isSilent { text += inner.plainText }
      }
    }
  }

  /// Whether nothing inside is ever spoken.
  var isSilent: Bool {
    isSSML && (SSMLElementKind(rawValue: name)?.treatment == .silent)
  }
}

/// One attribute.
struct SSMLAttribute: Equatable {
  /// The local name; with `xml:` where it is XML's own.
  let name: String
  /// The value, references resolved.
  let value: String
  /// The namespace, empty where there is none.
  var namespace = ""
}

/// What an element holds.
enum SSMLNode: Equatable {
  case text(String, SourcePosition)
  case element(SSMLElement)
}

/// The elements of SSML 1.1.
///
/// Source: SSML 1.1, sections 3.1 to 3.3.
enum SSMLElementKind: String, CaseIterable {
  case speak, p, s, audio, desc, emphasis, lang, lexicon, lookup, mark, meta, metadata
  case phoneme, prosody, sub, token, voice, w
  case pause = "break"
  case sayAs = "say-as"

  /// How an element comes to the screen.
  enum Treatment: Equatable {
    /// It has a rendering of its own.
    case rendered
    /// Its text is shown as if the tags were not there.
    case plain
    /// Nothing of it is shown.
    case silent
  }

  /// How this element comes to the screen.
  var treatment: Treatment {
    switch self {
    case .speak, .p, .s, .pause, .emphasis, .sayAs, .sub, .audio: .rendered
    case .voice, .prosody, .phoneme, .lang, .lookup, .token, .w: .plain
    case .mark, .lexicon, .meta, .metadata, .desc: .silent
    }
  }
}
