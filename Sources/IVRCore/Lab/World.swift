import IVRLanguages

/// Everything a run reads and never changes: the lab, the flows and the prompts.
public struct World: Sendable {
  /// The lab.
  public var lab: Lab
  /// The flows, by name.
  public var flows: [String: FlowDocument]
  /// The prompt documents by `locale/stem`, for example `en-US/welcome`; they may hold expressions.
  public var prompts: [String: TemplateText]
  /// What a request gets that neither the lab's APIs nor a mock answer.
  public var unmocked: UnmockedAnswer

  /// The hosts outside that flows may really call; none unless the user allows it.
  public var realHosts: [RealHost] = []

  /// A world.
  public init(
    lab: Lab, flows: [String: FlowDocument], prompts: [String: TemplateText],
    unmocked: UnmockedAnswer = .error
  ) {
    self.lab = lab
    self.flows = flows
    self.prompts = prompts
    self.unmocked = unmocked
  }

  /// The first flow that one of the names means: an id of a flow, of a version, or a name.
  func flow(named names: [String]) -> FlowDocument? {
    let known = flows.keys.sorted().compactMap { flows[$0] }
    for name in names {
      if let flow = known.first(where: { $0.flowID == name || $0.versionID == name }) {
        return flow
      }
      if let flow = flows[name] { return flow }
    }
    return nil
  }

  /// The prompt document of an audio file's name in a language, or in the lab's own.
  func prompt(_ file: String, language: String) -> TemplateText? {
    prompts[Self.promptKey(file, language: language)]
      ?? prompts[Self.promptKey(file, language: lab.language)]
  }

  /// The key of an audio file's prompt document: the language and the name without its ending.
  static func promptKey(_ file: String, language: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return language + "/" + (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name)
  }
}

/// What a request gets that neither the lab's APIs nor a mock answer.
public enum UnmockedAnswer: String, Codable, Hashable, Sendable, CaseIterable {
  /// Status 200 with the body `{}`.
  case ok = "200"
  /// Status 404 with the body `{}`.
  case notFound = "404"
  /// No connection.
  case error
}

/// A host outside that flows may call.
public struct RealHost: Codable, Hashable, Sendable {
  /// The name or address, in small letters, without port.
  public let name: String
  /// Whether it may be reached at private addresses too, this machine's among them.
  public let isPrivate: Bool

  /// A host; its name is written in small letters.
  public init(_ name: String, isPrivate: Bool = false) {
    self.name = name.lowercased()
    self.isPrivate = isPrivate
  }
}
