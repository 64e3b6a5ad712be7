extension SSML {
  /// What is wrong with a document by the schema of SSML 1.1, in the order of the places.
  ///
  /// Where it cannot be read there is one finding. `strict` asks for the namespace, the `version`
  /// and the `xml:lang` that voice platforms do without. The document is valid where no finding
  /// `isViolation`.
  public static func validate(_ text: String, strict: Bool = false) -> [SSMLFinding] {
    do {
      let document = try SSMLParser.parse(text)
      var validator = SSMLValidator(source: SourceText(text), strict: strict)
      validator.check(document)
      return validator.findings.sorted { $0.position < $1.position }
    } catch {
      return [SSMLFinding(kind: .unreadable(error.kind), position: error.position, hint: "")]
    }
  }

  /// Whether a document is valid SSML 1.1; see `validate`.
  public static func isValid(_ text: String, strict: Bool = false) -> Bool {
    !validate(text, strict: strict).contains(where: \.isViolation)
  }
}

/// Walks a tree and compares it with the schema.
struct SSMLValidator {
  /// No more findings than these are listed.
  static let maximumFindings = 200

  /// What was found so far.
  private(set) var findings: [SSMLFinding] = []

  /// The text of the document.
  let source: SourceText
  private let strict: Bool
  /// The prefixes of namespaces that are declared around the element at hand.
  var prefixes: [String] = []
  /// The values of `xml:id` so far.
  var identifiers: Set<String> = []
  /// Those of `lexicon`.
  var lexicons: Set<String> = []
  /// What `lookup` elements refer to.
  var lookups: [(ref: String, position: SourcePosition)] = []

  /// A validator of one document.
  init(source: SourceText, strict: Bool) {
    self.source = source
    self.strict = strict
  }

  /// Checks a whole document.
  mutating func check(_ document: SSMLDocument) {
    let root = document.root
    guard isSSML(root), root.name == "speak" else {
      let fault = SSMLError.Kind.notSpeak(found: root.writtenName, namespace: root.namespace)
      return report(
        .unreadable(fault), at: root.position,
        hint: "Begin with <speak xmlns=\"\(SSMLElement.namespace)\">.")
    }
    if strict {
      for name in ["version", "xml:lang"] where root.attribute(name) == nil {
        report(.missingAttribute(name: name, element: "speak"), at: root.position)
      }
    }
    check(root, .speak)
    for lookup in lookups where !lexicons.contains(lookup.ref) {
      report(.unknownLexicon(lookup.ref), at: lookup.position)
    }
  }

  private func isSSML(_ element: SSMLElement) -> Bool {
    strict ? element.namespace == SSMLElement.namespace : element.isSSML
  }

  private mutating func check(_ element: SSMLElement, _ kind: SSMLElementKind) {
    let outer = prefixes.count
    prefixes += element.prefixes
    checkAttributes(of: element, kind)
    checkContent(of: element, kind)
    prefixes.removeLast(prefixes.count - outer)
  }

  /// Adds a finding.
  mutating func report(
    _ kind: SSMLFinding.Kind, at position: SourcePosition, hint: String = ""
  ) {
    guard findings.count < Self.maximumFindings else { return }
    findings.append(SSMLFinding(kind: kind, position: position, hint: hint))
  }
}

extension SSMLValidator {
  private mutating func checkContent(of element: SSMLElement, _ kind: SSMLElementKind) {
    let content = SSMLSchema.content(of: kind)
    var isBody = false
    for child in element.children {
      switch child {
      case .text(let text, let position):
        if content == .none, !text.allSatisfy(\.isWhitespace) {
          report(.misplacedText(parent: element.name), at: position)
        }
      case .element(let inner):
        isBody = check(inner, in: element, content, isBody: isBody)
      }
    }
  }

  /// Whether what is spoken has begun after this child.
  private mutating func check(
    _ child: SSMLElement, in parent: SSMLElement, _ content: SSMLSchema.Content, isBody: Bool
  ) -> Bool {
    guard isSSML(child) || child.namespace.isEmpty else {
      checkForeign(child)
      return isBody
    }
    guard isSSML(child), let kind = SSMLElementKind(rawValue: child.name) else {
      reportUnknown(child, in: parent, content)
      return isBody
    }
    let isHead = SSMLSchema.head.contains(kind)
    if case .mixed(let allowed) = content, allowed.contains(kind) {
      if isHead, isBody { report(.lateElement(name: child.name), at: child.position) }
    } else {
      report(
        .misplacedElement(name: child.writtenName, parent: parent.name), at: child.position,
        hint: Self.hint(parent, content))
    }
    check(child, kind)
    return isBody || !isHead
  }

  /// The elements of another namespace are not looked at, those of SSML inside them are.
  private mutating func checkForeign(_ element: SSMLElement) {
    let outer = prefixes.count
    prefixes += element.prefixes
    for case .element(let child) in element.children {
      if child.namespace == SSMLElement.namespace, let kind = SSMLElementKind(rawValue: child.name)
      {
        check(child, kind)
      } else {
        checkForeign(child)
      }
    }
    prefixes.removeLast(prefixes.count - outer)
  }

  private mutating func reportUnknown(
    _ child: SSMLElement, in parent: SSMLElement, _ content: SSMLSchema.Content
  ) {
    let candidates: [String] =
      if case .mixed(let allowed) = content {
        allowed.map(\.rawValue)
      } else {
        []
      }
    let name = child.name == "paragraph" ? "p" : child.name == "sentence" ? "s" : nil
    let near = name ?? Suggestions.nearest(to: child.name, in: candidates)
    report(
      .unknownElement(name: child.writtenName, parent: parent.name), at: child.position,
      hint: near.map { "Did you mean <\($0)>?" } ?? Self.hint(parent, content))
  }

  private static func hint(_ parent: SSMLElement, _ content: SSMLSchema.Content) -> String {
    switch content {
    case .mixed(let allowed):
      "<\(parent.name)> may hold " + allowed.map(\.rawValue).sorted().joined(separator: ", ") + "."
    case .text: "<\(parent.name)> holds only text."
    case .none: "<\(parent.name)/> holds nothing."
    }
  }
}
