public import IVRCore
import IVRLanguages

/// The documents of a lab as they lie in folders: `Flows/lab.json`, `Flows/*.json` and
/// `Prompts/<locale>/*.ssml`.
public struct WorldFolder: Sendable {
  /// The lab document.
  public var labFile: String
  /// The folder of flows.
  public var flowFolder: String
  /// The folder of prompts.
  public var promptFolder: String
  /// A flow from elsewhere that is to be called; the lab adopts it.
  public var trialFlow: String?
  /// What unmocked requests get.
  public var unmocked: UnmockedAnswer
  /// The hosts that flows may really call besides those of the lab document; nil where they may
  /// call none at all.
  public var realHosts: [RealHost]?

  /// The documents below a folder.
  public init(
    root: String, trialFlow: String? = nil, unmocked: UnmockedAnswer = .error,
    realHosts: [RealHost]? = nil
  ) {
    flowFolder = root + "/Flows"
    labFile = flowFolder + "/lab.json"
    promptFolder = root + "/Prompts"
    self.trialFlow = trialFlow
    self.unmocked = unmocked
    self.realHosts = realHosts
  }

  /// A world, where one could be read, with everything that was found.
  public struct Loaded: Sendable {
    /// The world; `nil` exactly where a finding is an error.
    public let world: World?
    /// The findings, by file and place.
    public let findings: [Diagnostic]
  }

  /// Reads all documents.
  public func load() -> Loaded {
    var reading = Reading()
    let lab = reading.lab(labFile)
    let others = TextFile.names(in: flowFolder, ending: "json").map { flowFolder + "/" + $0 }
    for file in others where file != labFile && !file.hasSuffix("/lab.json") { reading.flow(file) }
    let trial = trialFlow.flatMap { reading.flow($0) }
    reading.prompts(promptFolder)
    guard var lab else { return Loaded(world: nil, findings: reading.findings.inOrder) }
    if let trial { lab = lab.adopting(trial) }
    var world = World(
      lab: lab, flows: reading.flows, prompts: reading.prompts, unmocked: unmocked)
    world.realHosts = realHosts.map { lab.realHosts + $0 } ?? []
    reading.check(world, labFile)
    let findings = reading.findings.inOrder
    return Loaded(world: findings.hasErrors ? nil : world, findings: findings)
  }
}

/// What has been read so far.
private struct Reading {
  var flows: [String: FlowDocument] = [:]
  var prompts: [String: TemplateText] = [:]
  var findings: [Diagnostic] = []
  /// The files that flows were read from, in order, with their bytes.
  private var files: [(name: String, file: String, bytes: [UInt8])] = []

  mutating func lab(_ file: String) -> Lab? {
    guard let bytes = bytes(of: file) else { return nil }
    let result = LabLoader.load(file: file, bytes: bytes)
    findings += result.findings
    return result.partialLab
  }

  @discardableResult
  mutating func flow(_ file: String) -> FlowDocument? {
    guard let bytes = bytes(of: file) else { return nil }
    let result = FlowLoader.load(file: file, bytes: bytes)
    findings += result.findings
    guard let flow = result.flow else { return nil }
    if let other = files.first(where: { $0.name == flow.name }) {
      findings.append(
        Diagnostic(
          "IVR019", .warning, file: file,
          "The flow \(flow.name) is also in \(other.file); this one is used."))
    }
    flows[flow.name] = flow
    files.append((flow.name, file, bytes))
    return flow
  }

  mutating func prompts(_ folder: String) {
    for locale in TextFile.folders(in: folder) {
      for name in TextFile.names(in: folder + "/" + locale, ending: "ssml") {
        prompt(folder + "/" + locale + "/" + name, key: locale + "/" + String(name.dropLast(5)))
      }
    }
  }

  private mutating func prompt(_ file: String, key: String) {
    guard let bytes = bytes(of: file) else { return }
    let text = TemplateText(String(decoding: bytes, as: UTF8.self))
    prompts[key] = text
    if let fault = text.fault {
      findings.append(
        Diagnostic("IVR120", .error, file: file, position: fault.position, fault.message))
    }
    do {
      _ = try SSML.render(text.source)
      findings += PromptCheck.findings(in: text.source, file: file)
    } catch {
      findings.append(
        Diagnostic(
          "IVR121", .error, file: file, position: error.position, error.message,
          hint: "A prompt is a <speak> document or plain text."))
    }
  }

  mutating func check(_ world: World, _ labFile: String) {
    for file in files {
      guard let flow = flows[file.name] else { continue }
      var document = DocumentReader(file: file.file, bytes: file.bytes)
      WorldCheck.check(flow, in: world, &document)
      findings += document.findings
    }
    for entry in world.lab.entryPoints {
      guard let name = entry.flow, flows[name] == nil else { continue }
      let hint = Suggestions.hint(for: name, in: flows.keys.sorted())
      findings.append(
        Diagnostic(
          "IVR104", .error, file: labFile,
          "The entry point \(entry.name) names the flow \"\(name)\", which is not there\(hint).",
          hint: "Flows are known by the \"name\" in their documents."))
    }
  }

  private mutating func bytes(of file: String) -> [UInt8]? {
    switch TextFile.read(file) {
    case .success(let bytes): return bytes
    case .failure(let fault):
      findings.append(fault.finding)
      return nil
    }
  }
}
