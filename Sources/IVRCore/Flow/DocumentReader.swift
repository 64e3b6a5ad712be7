public import IVRLanguages

/// A JSON document that is being read, with the findings made on the way.
///
/// Places are paths of keys and indices; they are turned into lines and columns only for findings.
public struct DocumentReader {
  /// The file, as the user named it.
  public let file: String
  /// The value of the whole document.
  public let root: JSONValue
  /// What was found so far; behind it, how many more there are beyond the limits.
  public var findings: [Diagnostic] {
    guard hidden > 0 else { return listed }
    return listed + [
      Diagnostic(
        "IVR009", .warning, file: file, position: source.position(at: bytes.count),
        "There are \(hidden) further findings.", hint: "Mend the first ones and look again.")
    ]
  }

  /// How many findings are listed: finding the place of each takes a look at the whole text.
  static let warningLimit = 200
  static let errorLimit = 400
  /// A flow or lab is refused beyond 8 MiB; exported flows have some hundred kilobytes.
  static let limits = JSONLimits(maximumBytes: 8 << 20)
  private var listed: [Diagnostic] = []
  private var hidden = 0
  private let bytes: [UInt8]
  private let source: SourceText

  /// Parses the text of a file; where it is no JSON, the only finding says so and the root is null.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    source = SourceText(bytes: bytes)
    do {
      root = try JSONText.parse(bytes: bytes, limits: Self.limits)
    } catch {
      root = .null
      let hint = error.excerpt.split(separator: "\n").first.map(String.init) ?? ""
      listed.append(
        Diagnostic(
          "IVR001", .error, file: file, position: error.position,
          "The document is not JSON: \(error.message)",
          hint: hint.isEmpty ? "" : "The line reads: \(hint)"))
    }
  }

  /// Adds a finding at the value of a path.
  public mutating func report(
    _ code: String, _ severity: Diagnostic.Severity, at path: [JSONStep], _ message: String,
    hint: String = ""
  ) {
    guard listed.count < (severity == .error ? Self.errorLimit : Self.warningLimit) else {
      hidden += 1
      return
    }
    listed.append(
      Diagnostic(
        code, severity, file: file, position: position(of: path), message, hint: hint))
  }

  /// The value at a path.
  public func value(at path: [JSONStep]) -> JSONValue? {
    path.reduce(root) { value, step in
      switch step {
      case .key(let key): value?[key]
      case .index(let index): value?[index]
      }
    }
  }

  /// Where the value of a path stands, or the nearest value around it that is there.
  public func position(of path: [JSONStep]) -> SourcePosition {
    var path = path
    while true {
      if let place = JSONText.locate(path, in: bytes) {
        return source.position(at: place.value.lowerBound)
      }
      if path.popLast() == nil { return .start }
    }
  }
}
