/// Something in a document that SSML 1.1 does not allow, or that will not be spoken as meant.
public struct SSMLFinding: Hashable, Sendable {
  /// The kinds of findings, without wording.
  public enum Kind: Hashable, Sendable {
    /// The document cannot be read at all.
    case unreadable(SSMLError.Kind)
    /// An element that SSML does not have.
    case unknownElement(name: String, parent: String)
    /// An element that may not stand in its parent.
    case misplacedElement(name: String, parent: String)
    /// `meta`, `metadata` or `lexicon` behind what is spoken.
    case lateElement(name: String)
    /// Text in an element that holds none.
    case misplacedText(parent: String)
    /// An attribute that the element does not have.
    case unknownAttribute(name: String, element: String)
    /// An attribute that the element must have.
    case missingAttribute(name: String, element: String)
    /// A value of the wrong form.
    case badValue(String, attribute: String, element: String)
    /// An `xml:id` that another element has.
    case duplicateID(String)
    /// A value of `interpret-as` that is read as plain text.
    case unknownInterpretAs(String)
    /// A `lookup` whose `ref` names no `lexicon`.
    case unknownLexicon(String)
  }

  /// What was found.
  public let kind: Kind
  /// Where: the tag, the attribute or the text.
  public let position: SourcePosition
  /// What to write instead; empty where nothing can be said.
  public let hint: String

  /// Whether the schema is violated; otherwise it is advice, and the document is valid.
  public var isViolation: Bool {
    switch kind {
    case .unknownInterpretAs, .unknownLexicon: false
    default: true
    }
  }

  /// One sentence that says what is wrong.
  public var message: String {
    switch kind {
    case .unreadable(let fault):
      SSMLError(fault, at: position, in: SourceText("")).message
    case .unknownElement(let name, let parent):
      "<\(name)> in <\(parent)> is no element of SSML 1.1"
    case .misplacedElement(let name, let parent): "<\(name)> may not stand in <\(parent)>"
    case .lateElement(let name): "<\(name)> must come before everything that is spoken"
    case .misplacedText(let parent): "<\(parent)> holds no text"
    case .unknownAttribute(let name, let element): "<\(element)> has no attribute \(name)"
    case .missingAttribute(let name, let element): "<\(element)> needs the attribute \(name)"
    case .badValue(let value, let attribute, let element):
      "\(attribute)=\(VisibleText.quoted(value)) of <\(element)> is not allowed"
    case .duplicateID(let id): "the xml:id \(VisibleText.quoted(id)) is used twice"
    case .unknownInterpretAs(let name):
      "interpret-as=\(VisibleText.quoted(name)) is unknown; the text is spoken as written"
    case .unknownLexicon(let name): "no <lexicon> has the xml:id \(VisibleText.quoted(name))"
    }
  }
}
