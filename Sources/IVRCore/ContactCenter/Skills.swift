/// How well an agent knows something, or what is true of the agent.
///
/// Source: webex-runtime reference, section 2: skills are proficiencies of 0 to 10, texts or truth
/// values.
public enum SkillValue: Codable, Hashable, Sendable {
  /// 0 to 10.
  case proficiency(Double)
  /// A text, compared in any case.
  case text(String)
  /// A truth value.
  case flag(Bool)

  /// The value as people write it: a number, `true` or `false`, else a text.
  public init(_ written: String) {
    switch written.lowercased() {
    case "true": self = .flag(true)
    case "false": self = .flag(false)
    default: self = Double(written).map(SkillValue.proficiency) ?? .text(written)
    }
  }
}

/// What a contact asks of the agent who takes it.
public struct SkillRequirement: Codable, Hashable, Sendable {
  /// How the agent's value is compared.
  public enum Condition: String, Codable, CaseIterable, Hashable, Sendable {
    case isEqual = "is"
    case isNot = "isnot"
    case atLeast = "gte"
    case atMost = "lte"
  }

  /// The name of the skill, found in any case.
  public let skill: String
  /// The comparison.
  public let condition: Condition
  /// What the agent's value is compared with.
  public let value: SkillValue

  /// A requirement.
  public init(skill: String, condition: Condition, value: SkillValue) {
    self.skill = skill
    self.condition = condition
    self.value = value
  }

  /// Whether an agent meets it; who lacks the skill meets only "is not".
  public func isMet(by skills: AgentSkills) -> Bool {
    guard let own = skills[skill] else { return condition == .isNot }
    return switch (own, condition, value) {
    case (.proficiency(let own), .atLeast, .proficiency(let wanted)): own >= wanted
    case (.proficiency(let own), .atMost, .proficiency(let wanted)): own <= wanted
    case (.text(let own), .isEqual, .text(let wanted)): own.lowercased() == wanted.lowercased()
    case (.text(let own), .isNot, .text(let wanted)): own.lowercased() != wanted.lowercased()
    case (_, .isEqual, _): own == value
    case (_, .isNot, _): own != value
    default: false
    }
  }
}

/// The skills of an agent.
public struct AgentSkills: Codable, Hashable, Sendable {
  private var values: [String: SkillValue] = [:]

  /// No skills.
  public init() {}

  /// A skill by its name in any case.
  public subscript(name: String) -> SkillValue? {
    get { values[name.lowercased()] }
    set { values[name.lowercased()] = newValue }
  }

  /// The names in small letters, in order.
  public var names: [String] { values.keys.sorted() }

  /// Whether all of a contact's requirements are met.
  public func meet(_ requirements: [SkillRequirement]) -> Bool {
    requirements.allSatisfy { $0.isMet(by: self) }
  }

  /// How good the agent is at what a contact asks for: the sum of the proficiencies.
  func proficiency(in requirements: [SkillRequirement]) -> Double {
    requirements.reduce(0) { sum, requirement in
      guard case .proficiency(let level) = self[requirement.skill] else { return sum }
      return sum + level
    }
  }
}
