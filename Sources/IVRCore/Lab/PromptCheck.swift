public import IVRLanguages

/// Compares prompt documents with the schema of SSML 1.1.
public enum PromptCheck {
  /// What a prompt of a file does not have as SSML asks for it, as warnings.
  ///
  /// A text that is no document has no findings. A value that a template fills in is not judged.
  public static func findings(in source: String, file: String) -> [Diagnostic] {
    guard SSML.isDocument(source) else { return [] }
    return SSML.validate(source).filter { !isTemplated($0) }.map { finding in
      Diagnostic(
        code(of: finding.kind), .warning, file: file, position: finding.position, finding.message,
        hint: finding.hint)
    }
  }

  /// The stable code of a finding.
  public static func code(of kind: SSMLFinding.Kind) -> String {
    switch kind {
    case .unreadable: "IVR121"
    case .unknownElement, .misplacedElement, .lateElement: "IVR122"
    case .misplacedText: "IVR123"
    case .unknownAttribute: "IVR124"
    case .missingAttribute: "IVR125"
    case .badValue: "IVR126"
    case .duplicateID: "IVR127"
    case .unknownInterpretAs: "IVR128"
    case .unknownLexicon: "IVR129"
    }
  }

  private static func isTemplated(_ finding: SSMLFinding) -> Bool {
    switch finding.kind {
    case .badValue(let value, _, _), .unknownInterpretAs(let value), .unknownLexicon(let value),
      .duplicateID(let value):
      value.contains("{{") || value.contains("{%")
    default: false
    }
  }
}
