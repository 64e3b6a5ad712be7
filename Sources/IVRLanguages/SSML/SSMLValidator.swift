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

  private let source: SourceText
  private let strict: Bool
  private var prefixes: [String] = []
  private var identifiers: Set<String> = []
  private var lexicons: Set<String> = []
  private var lookups: [(ref: String, position: SourcePosition)] = []

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

  private mutating func report(
    _ kind: SSMLFinding.Kind, at position: SourcePosition, hint: String = ""
  ) {
    guard findings.count < Self.maximumFindings else { return }
    findings.append(SSMLFinding(kind: kind, position: position, hint: hint))
  }
}

// MARK: - Content

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

// MARK: - Attributes

extension SSMLValidator {
  private mutating func checkAttributes(of element: SSMLElement, _ kind: SSMLElementKind) {
    let known = SSMLSchema.attributes(of: kind)
    for attribute in element.attributes {
      if let type = SSMLSchema.xmlAttribute(attribute.name) {
        check(attribute, type, of: element)
      } else if attribute.namespace.isEmpty {
        if let match = known.first(where: { $0.name == attribute.name }) {
          check(attribute, match.type, of: element)
        } else {
          reportUnknown(attribute, of: element, known)
        }
      } else if attribute.namespace == SSMLElement.namespace {
        reportUnknown(attribute, of: element, known)
      }
    }
    let required = known.filter(\.isRequired).map(\.name) + SSMLSchema.requiredXML(kind)
    for name in required where element.attribute(name) == nil {
      report(.missingAttribute(name: name, element: element.name), at: element.position)
    }
    note(element, kind)
  }

  private mutating func check(
    _ attribute: SSMLAttribute, _ type: SSMLValueType, of element: SSMLElement
  ) {
    guard !type.accepts(attribute.value, prefixes: prefixes) else {
      if attribute.name == "xml:id", !identifiers.insert(attribute.value).inserted {
        report(.duplicateID(attribute.value), at: place(of: attribute, element))
      }
      return
    }
    let near = Suggestions.nearest(to: attribute.value, in: type.words.filter { !$0.isEmpty })
    report(
      .badValue(attribute.value, attribute: attribute.name, element: element.name),
      at: place(of: attribute, element),
      hint: near.map { "Did you mean \"\($0)\"?" } ?? "Write \(type.example).")
  }

  private mutating func reportUnknown(
    _ attribute: SSMLAttribute, of element: SSMLElement, _ known: [SSMLSchema.Attribute]
  ) {
    let names = known.map(\.name)
    let near = Suggestions.nearest(to: attribute.name, in: names)
    let listed =
      names.isEmpty
      ? "<\(element.name)> has no attributes of its own."
      : "<\(element.name)> has " + names.sorted().joined(separator: ", ") + "."
    report(
      .unknownAttribute(name: attribute.name, element: element.name),
      at: place(of: attribute, element), hint: near.map { "Did you mean \($0)?" } ?? listed)
  }

  /// What the schema allows and is still not as the author means it.
  private mutating func note(_ element: SSMLElement, _ kind: SSMLElementKind) {
    switch kind {
    case .lexicon: element.attribute("xml:id").map { _ = lexicons.insert($0) }
    case .lookup:
      if let ref = element.attribute("ref") { lookups.append((ref, element.position)) }
    case .sayAs:
      guard let attribute = element.attributes.first(where: { $0.name == "interpret-as" }),
        !attribute.value.isEmpty, SayAsKind(name: attribute.value) == nil
      else { return }
      let names = SayAsKind.allCases.map(\.rawValue)
      let near = Suggestions.nearest(to: attribute.value, in: names)
      report(
        .unknownInterpretAs(attribute.value), at: place(of: attribute, element),
        hint: near.map { "Did you mean \"\($0)\"?" }
          ?? "Known are " + names.sorted().joined(separator: ", ") + ".")
    default: break
    }
  }

  /// Where an attribute's name begins.
  private func place(of attribute: SSMLAttribute, _ element: SSMLElement) -> SourcePosition {
    let offset = SSMLTagScanner(bytes: source.bytes, tag: element.position.offset)
      .offset(of: attribute.name)
    return offset.map { source.position(at: $0) } ?? element.position
  }
}

/// Finds attributes in a start tag that is known to be well-formed.
private struct SSMLTagScanner {
  let bytes: [UInt8]
  /// Where the tag's `<` is.
  let tag: Int

  func offset(of name: String) -> Int? {
    let wanted = Array(name.utf8)
    var place = tag + 1
    skip(&place) { !isBlank($0) && $0 != UInt8(ascii: ">") }
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      skip(&place) { isBlank($0) || $0 == UInt8(ascii: "/") }
      let start = place
      skip(&place) { !isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
      if bytes[start..<place].elementsEqual(wanted) { return start }
      skip(&place) {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ">")
      }
      guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { return nil }
      let quote = bytes[place]
      place += 1
      skip(&place) { $0 != quote }
      place += 1
    }
    return nil
  }

  private func skip(_ place: inout Int, while isSkipped: (UInt8) -> Bool) {
    while place < bytes.count, isSkipped(bytes[place]) { place += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 13
  }
}
