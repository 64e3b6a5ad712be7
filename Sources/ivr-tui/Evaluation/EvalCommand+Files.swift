import IVRAdapters
import IVRCore
import IVRLanguages

extension EvalCommand {
  /// The evaluator with its files read, or why one cannot be used.
  func evaluator() -> Result<any Evaluator, DocumentFault> {
    do throws(DocumentFault) {
      return .success(try opened())
    } catch {
      return .failure(error)
    }
  }

  private func opened() throws(DocumentFault) -> any Evaluator {
    switch request.language {
    case .pebble: PebbleEvaluator(request, context: try object(.context))
    case .jsonpath: PathEvaluator(request, document: try document(.context) ?? [:])
    case .graphql:
      QueryEvaluator(source: try querySource(), variables: try object(.variables))
    case .ssml: SpeechEvaluator(request)
    case .phone: PhoneEvaluator(region: request.options[.region])
    }
  }

  private func querySource() throws(DocumentFault) -> QueryEvaluator.Source {
    guard let file = request.options[.schema] else { return .search(try lab()) }
    let data = try document(.context) ?? [:]
    return .schema(try schema(file), QueryEvaluator.resolver(data))
  }

  private func schema(_ file: String) throws(DocumentFault) -> GraphQLSchema {
    let text = String(decoding: try TextFile.read(file).get(), as: UTF8.self)
    do {
      let rules = GraphQLScalarRules(["Long": .long, "JSON": .json])
      return try GraphQLSchema(sdl: text, scalars: rules)
    } catch {
      throw fault(file, error, "The schema cannot be used: ")
    }
  }

  private func lab() throws(DocumentFault) -> Lab {
    let file = WorldFolder(root: LabRoot.find(root)).labFile
    let loaded = LabLoader.load(file: file, bytes: try TextFile.read(file).get())
    if let lab = loaded.lab { return lab }
    let first = loaded.findings.first { $0.severity == .error }
    throw DocumentFault(
      finding: first ?? Diagnostic("IVR101", .error, file: file, "The lab cannot be read."))
  }

  private func object(_ option: Option) throws(DocumentFault) -> JSONObject {
    guard let value = try document(option) else { return [:] }
    guard let object = value.object else {
      let file = request.options[option] ?? ""
      throw DocumentFault(
        finding: Diagnostic("IVR002", .error, file: file, EvalStrings.notObject(option)))
    }
    return object
  }

  /// The JSON of the file that an option names; `nil` where it is not given.
  private func document(_ option: Option) throws(DocumentFault) -> JSONValue? {
    guard let file = request.options[option] else { return nil }
    let bytes = try TextFile.read(file).get()
    do {
      return try JSONText.parse(bytes: bytes)
    } catch {
      throw fault(file, error, "The document is not JSON: ")
    }
  }

  private func fault(
    _ file: String, _ error: some LanguageError, _ head: String
  ) -> DocumentFault {
    DocumentFault(
      finding: Diagnostic(
        "IVR001", .error, file: file, position: error.position, head + error.message))
  }
}
