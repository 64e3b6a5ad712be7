import CExpat

/// Puts the tree together from expat's callbacks; one for each parse.
///
/// A class because expat carries it through C as a pointer.
final class SSMLTreeBuilder {
  /// Why the parse was stopped from here, and where.
  private(set) var refusal: (kind: SSMLError.Kind, position: SourcePosition)?
  /// The finished tree.
  private(set) var root: SSMLElement?
  /// Whether an element was seen.
  private(set) var hasStarted = false

  private let expat: XML_Parser
  private var open: [SSMLElement] = []
  /// Text that waits for the next tag: expat gives it in small parts.
  private var text: [UInt8] = []
  private var textPosition = SourcePosition.start
  private var elements = 0
  /// Prefixes that the next tag declares.
  private var prefixes: [String] = []

  /// A builder for one parse by `expat`.
  init(expat: XML_Parser) {
    self.expat = expat
  }

  /// The builder behind the pointer that expat hands to its callbacks.
  static func from(_ data: UnsafeMutableRawPointer?) -> SSMLTreeBuilder? {
    data.map { Unmanaged<SSMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The name of the innermost element that is not closed yet.
  var openName: String? { open.last?.writtenName }

  /// Where expat stands.
  var position: SourcePosition {
    SourcePosition(
      offset: max(0, Int(XML_GetCurrentByteIndex(expat))),
      line: Int(XML_GetCurrentLineNumber(expat)),
      column: Int(XML_GetCurrentColumnNumber(expat)) + 1)
  }

  /// Stops the parse for a reason of ours.
  func refuse(_ kind: SSMLError.Kind) {
    guard refusal == nil else { return }
    refusal = (kind, position)
    XML_StopParser(expat, 0)
  }

  /// A start tag; `attributes` is a list of names and values that ends with a null.
  func open(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    guard refusal == nil else { return }
    guard open.count < SSML.maximumDepth else {
      return refuse(.tooDeep(limit: SSML.maximumDepth))
    }
    elements += 1
    guard elements <= SSML.maximumElements else {
      return refuse(.tooManyElements(limit: SSML.maximumElements))
    }
    hasStarted = true
    endText()
    let parts = ExpandedName(String(cString: name))
    open.append(
      SSMLElement(
        name: parts.local, writtenName: parts.written, namespace: parts.namespace,
        attributes: Self.attributes(attributes), prefixes: prefixes, position: position))
    prefixes = []
  }

  /// A declaration of a namespace, which comes before its tag.
  func declare(prefix: String) {
    prefixes.append(prefix)
  }

  /// An end tag, or the end of an empty element.
  func close() {
    guard refusal == nil else { return }
    endText()
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  /// A part of a text, references resolved.
  func add(_ part: UnsafeBufferPointer<CChar>) {
    guard refusal == nil else { return }
    if text.isEmpty { textPosition = position }
    text.append(contentsOf: part.lazy.map { UInt8(bitPattern: $0) })
  }

  private func endText() {
    guard !text.isEmpty else { return }
    if !open.isEmpty {
      open[open.count - 1].children.append(
        .text(String(decoding: text, as: UTF8.self), textPosition))
    }
    text.removeAll(keepingCapacity: true)
  }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) -> [SSMLAttribute] {
    var found: [SSMLAttribute] = []
    var place = 0
    while let name = list[place], let value = list[place + 1] {
      let parts = ExpandedName(String(cString: name))
      found.append(
        SSMLAttribute(
          name: parts.attribute, value: String(cString: value), namespace: parts.namespace))
      place += 2
    }
    return found
  }
}

/// A name as expat gives it: namespace, local name and prefix, those that there are.
private struct ExpandedName {
  let namespace: String
  let local: String
  let prefix: String

  init(_ text: String) {
    let parts = text.split(separator: SSMLParser.separator, omittingEmptySubsequences: false)
    namespace = parts.count > 1 ? String(parts[0]) : ""
    local = String(parts.count > 1 ? parts[1] : parts[0])
    prefix = parts.count > 2 ? String(parts[2]) : ""
  }

  var written: String { prefix.isEmpty ? local : prefix + ":" + local }

  var attribute: String {
    namespace == "http://www.w3.org/XML/1998/namespace" ? "xml:" + local : written
  }
}
