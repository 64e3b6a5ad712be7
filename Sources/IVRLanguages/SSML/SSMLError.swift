/// What is wrong with a document that cannot be spoken.
public struct SSMLError: LanguageError {
  /// The kinds of faults, without wording.
  public enum Kind: Hashable, Sendable {
    /// It is not XML.
    case notWellFormed(XMLFault)
    /// It has a DOCTYPE; none is ever read, since it may define entities without end.
    case doctypeRefused
    /// The elements nest deeper than `limit`.
    case tooDeep(limit: Int)
    /// There are more elements than `limit`.
    case tooManyElements(limit: Int)
    /// The text has more UTF-8 bytes than `limit`.
    case tooLarge(bytes: Int, limit: Int)
    /// The first element is not SSML's `speak`.
    case notSpeak(found: String, namespace: String)
  }

  /// The ways in which a text is not XML.
  public enum XMLFault: Hashable, Sendable {
    /// No element at all.
    case noElement
    /// The text ends inside the element `open`, or inside a tag.
    case unclosed(open: String?)
    /// A closing tag that is not that of the element `open`.
    case mismatchedTag(open: String?)
    /// Something other than comments before the first element.
    case textBeforeElement
    /// Something other than comments after the last tag.
    case textAfterElement
    /// A `&` that begins no reference.
    case bareAmpersand
    /// A reference such as `&nbsp;` that XML does not define.
    case undefinedEntity
    /// A reference to a character that XML does not allow, such as `&#27;`.
    case forbiddenReference
    /// An attribute written twice.
    case duplicateAttribute
    /// A prefix such as `amazon:` without its `xmlns:` declaration.
    case undeclaredPrefix
    /// A character where it cannot stand.
    case invalidToken
    /// Anything else, by expat's number.
    case other(code: Int)
  }

  /// What is wrong.
  public let kind: Kind
  /// Where it is.
  public let position: SourcePosition
  /// The line with a caret under the place.
  public let excerpt: String

  /// A fault at a place of a source.
  init(_ kind: Kind, at position: SourcePosition, in source: SourceText) {
    self.kind = kind
    self.position = position
    self.excerpt = VisibleText.visible(source.excerpt(at: position.offset))
  }

  /// One sentence that says what is wrong and what to write instead.
  public var message: String {
    switch kind {
    case .notWellFormed(let fault): fault.message
    case .doctypeRefused:
      "a DOCTYPE is refused; a prompt needs none, so begin with <speak>"
    case .tooDeep(let limit):
      "elements nest deeper than \(limit)"
    case .tooManyElements(let limit):
      "there are more than \(limit) elements"
    case .tooLarge(let bytes, let limit):
      "the prompt has \(bytes) bytes; \(limit) is the limit"
    case .notSpeak("speak", let namespace) where !namespace.isEmpty:
      "this <speak> is in the namespace \(namespace); SSML's is \(SSMLElement.namespace)"
    case .notSpeak(let found, _):
      "the first element is <\(found)>; a prompt begins with <speak>"
    }
  }
}

extension SSMLError.XMLFault {
  /// One sentence that says what is wrong and what to write instead.
  var message: String {
    switch self {
    case .noElement: "there is no element; a prompt begins with <speak>"
    case .unclosed(let open?): "the text ends before </\(open)>"
    case .unclosed(nil): "the text ends inside a tag"
    case .mismatchedTag(let open?): "this closing tag stands where </\(open)> is due"
    case .mismatchedTag(nil): "this closing tag has no opening tag"
    case .textBeforeElement: "nothing but comments may stand before <speak>"
    case .textAfterElement: "nothing but comments may stand after </speak>"
    case .bareAmpersand: "a plain & is written &amp; in a prompt"
    case .undefinedEntity:
      "this reference is not defined; XML knows &amp; &lt; &gt; &quot; &apos; and numbers as &#233;"
    case .forbiddenReference: "this reference names a character that XML does not allow"
    case .duplicateAttribute: "this attribute is written twice"
    case .undeclaredPrefix: "this prefix is not declared; add xmlns:PREFIX=\"…\" to <speak>"
    case .invalidToken: "this character cannot stand here; a plain < is written &lt;"
    case .other(let code): "this is not XML (expat's error \(code))"
    }
  }
}
