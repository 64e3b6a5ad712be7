extension SSMLValidator {
  /// Checks the attributes of an element, and those that it must have.
  mutating func checkAttributes(of element: SSMLElement, _ kind: SSMLElementKind) {
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
