import CExpat

/// Reads a text into a tree, by expat.
enum SSMLParser {
  /// Stands between namespace, name and prefix; no XML document can hold it.
  static let separator: Character = "\u{1}"

  /// The tree of a document; its first element may have any name.
  static func parse(_ text: String) throws(SSMLError) -> SSMLDocument {
    try checkSize(of: text)
    let source = SourceText(text)
    let failure: SSMLError
    switch run(source) {
    case .success(let document): return document
    case .failure(let error): failure = error
    }
    throw failure
  }

  /// Refuses a text beyond the limit.
  static func checkSize(of text: String) throws(SSMLError) {
    let bytes = text.utf8.count
    guard bytes > SSML.maximumBytes else { return }
    throw SSMLError(
      .tooLarge(bytes: bytes, limit: SSML.maximumBytes), at: .start, in: SourceText(""))
  }

  private static func run(_ source: SourceText) -> Result<SSMLDocument, SSMLError> {
    // The encoding is given, since a String is UTF-8 whatever its XML declaration says.
    guard let expat = XML_ParserCreateNS("UTF-8", CChar(separator.asciiValue ?? 1)) else {
      return .failure(SSMLError(.notWellFormed(.other(code: 1)), at: .start, in: source))
    }
    defer { XML_ParserFree(expat) }
    XML_SetReturnNSTriplet(expat, 1)
    let builder = SSMLTreeBuilder(expat: expat)
    connect(expat, to: builder)
    let status = withExtendedLifetime(builder) {
      source.bytes.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          XML_Parse(expat, $0.baseAddress, Int32($0.count), 1)
        }
      }
    }
    if let refusal = builder.refusal {
      let place =
        refusal.kind == .doctypeRefused
        ? startOfDoctype(before: refusal.position, in: source) : refusal.position
      return .failure(SSMLError(refusal.kind, at: place, in: source))
    }
    guard status == XML_STATUS_OK, let root = builder.root else {
      return .failure(fault(of: expat, builder, in: source))
    }
    return .success(SSMLDocument(root: root))
  }

  /// Sets the callbacks; expat hands each of them the builder, which outlives the parse.
  private static func connect(_ expat: XML_Parser, to builder: SSMLTreeBuilder) {
    XML_SetUserData(expat, Unmanaged.passUnretained(builder).toOpaque())
    XML_SetElementHandler(
      expat,
      { data, name, attributes in
        guard let name, let attributes else { return }
        SSMLTreeBuilder.from(data)?.open(name, attributes)
      },
      { data, _ in SSMLTreeBuilder.from(data)?.close() })
    XML_SetCharacterDataHandler(expat) { data, text, length in
      guard let text, length > 0 else { return }
      SSMLTreeBuilder.from(data)?.add(UnsafeBufferPointer(start: text, count: Int(length)))
    }
    XML_SetStartNamespaceDeclHandler(expat) { data, prefix, _ in
      SSMLTreeBuilder.from(data)?.declare(prefix: prefix.map { String(cString: $0) } ?? "")
    }
    XML_SetStartDoctypeDeclHandler(expat) { data, _, _, _, _ in
      SSMLTreeBuilder.from(data)?.refuse(.doctypeRefused)
    }
  }

  /// Where the `<!DOCTYPE` begins whose end expat points at.
  private static func startOfDoctype(
    before place: SourcePosition, in source: SourceText
  ) -> SourcePosition {
    let opening = Array("<!DOCTYPE".utf8)
    var start = min(place.offset, source.bytes.count - opening.count)
    while start > 0, !source.bytes[start...].starts(with: opening) { start -= 1 }
    return source.position(at: start)
  }

  private static func fault(
    of expat: XML_Parser, _ builder: SSMLTreeBuilder, in source: SourceText
  ) -> SSMLError {
    let place = builder.position
    let fault = fault(XML_GetErrorCode(expat), builder)
    // expat points behind the `&`, and the author looks for it.
    if fault == .invalidToken, place.offset > 0, place.column > 1,
      source.bytes[place.offset - 1] == UInt8(ascii: "&")
    {
      let before = SourcePosition(
        offset: place.offset - 1, line: place.line, column: place.column - 1)
      return SSMLError(.notWellFormed(.bareAmpersand), at: before, in: source)
    }
    return SSMLError(.notWellFormed(fault), at: place, in: source)
  }

  private static func fault(
    _ code: XML_Error, _ builder: SSMLTreeBuilder
  ) -> SSMLError.XMLFault {
    let open = builder.openName
    switch code {
    case XML_ERROR_NO_ELEMENTS: return open == nil ? .noElement : .unclosed(open: open)
    case XML_ERROR_UNCLOSED_TOKEN: return .unclosed(open: nil)
    case XML_ERROR_UNCLOSED_CDATA_SECTION: return .unclosed(open: open)
    case XML_ERROR_TAG_MISMATCH: return .mismatchedTag(open: open)
    case XML_ERROR_SYNTAX: return builder.hasStarted ? .invalidToken : .textBeforeElement
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: return .textAfterElement
    case XML_ERROR_MISPLACED_XML_PI:
      return builder.hasStarted ? .invalidToken : .textBeforeElement
    case XML_ERROR_UNDEFINED_ENTITY: return .undefinedEntity
    case XML_ERROR_BAD_CHAR_REF: return .forbiddenReference
    case XML_ERROR_DUPLICATE_ATTRIBUTE: return .duplicateAttribute
    case XML_ERROR_UNBOUND_PREFIX: return .undeclaredPrefix
    case XML_ERROR_INVALID_TOKEN: return .invalidToken
    default: return .other(code: Int(code.rawValue))
    }
  }
}
