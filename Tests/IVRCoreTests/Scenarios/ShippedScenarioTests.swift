import IVRAdapters
import IVRTestSupport
@testable import IVRCore
import Testing

/// Plays every scenario of the shipped lab.
@Suite struct ShippedScenarioTests {
  @Test("a shipped scenario passes, twice with the same trace", arguments: files)
  func passes(name: String) throws {
    let scenario = try #require(try Self.scenario(name))
    let report = ScenarioRunner.play(scenario, in: try #require(Self.loaded.world))
    #expect(report.failure?.lines(file: name) ?? [] == [])
    #expect(ScenarioRunner.play(scenario, in: try #require(Self.loaded.world)) == report)
  }

  @Test("an expectation that is turned round fails on its line", arguments: files)
  func expectationsCount(name: String) throws {
    let scenario = try #require(try Self.scenario(name))
    let world = try #require(Self.loaded.world)
    let places = scenario.steps.indices.filter { scenario.steps[$0].content.isExpectation }
    #expect(!places.isEmpty)
    for place in places.suffix(3) {
      let failure = ScenarioRunner.play(scenario.turned(at: place), in: world).failure
      #expect(failure?.sentence == scenario.steps[place].sentence)
    }
  }

  private static let root = SharedData.root
  private static let loaded = WorldFolder(root: root).load()
  private static let files = ["scenarios", "demos"].flatMap { folder in
    TextFile.names(in: root + "/Flows/" + folder, ending: "scenario").map { folder + "/" + $0 }
  }

  private static func scenario(_ name: String) throws -> Scenario? {
    let bytes = try TextFile.read(root + "/Flows/" + name).get()
    let parsed = ScenarioParser.parse(file: name, bytes: bytes)
    let world = try #require(loaded.world, "\(loaded.findings.map(\.text))")
    let findings = parsed.findings + (parsed.scenario?.findings(in: world) ?? [])
    #expect(findings.map(\.text) == [])
    return parsed.scenario
  }
}

extension ScenarioStep.Content {
  /// Whether it is no act.
  fileprivate var isExpectation: Bool {
    switch self {
    case .act, .direct: false
    case .expect, .refute: true
    }
  }

  /// The opposite of an expectation.
  fileprivate var turned: ScenarioStep.Content {
    switch self {
    case .act, .direct: self
    case .expect(let fact, let limit): .refute(fact, within: limit)
    case .refute(let fact, let limit): .expect(fact, within: limit)
    }
  }
}

extension Scenario {
  /// The scenario with one expectation turned into its opposite.
  fileprivate func turned(at place: Int) -> Scenario {
    var steps = steps
    let step = steps[place]
    steps[place] = ScenarioStep(sentence: step.sentence, content: step.content.turned)
    return Scenario(file: file, settings: settings, steps: steps)
  }
}
