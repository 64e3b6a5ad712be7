/// Which agents of a queue a contact may go to, and when.
///
/// Source: webex-runtime reference, section 2, "Distribution": call-distribution groups open one
/// after another at set delays; in a group the longest available agent goes first, or for skills
/// the best available one.
public struct Routing: Codable, Hashable, Sendable {
  /// Who of several agents takes a contact.
  public enum Order: String, Codable, CaseIterable, Hashable, Sendable {
    /// Who has been available for the longest time.
    case longestAvailable
    /// Who has most proficiency in what the contact asks for; among equals the longest available.
    case bestAvailable
  }

  /// Teams that are asked from some time on.
  public struct Group: Codable, Hashable, Sendable {
    /// The teams.
    public var teams: [TeamID]
    /// How long a contact has waited when it opens, in milliseconds.
    public var opensAfter: Int64

    /// A group.
    public init(teams: [TeamID], opensAfter: Int64 = 0) {
      self.teams = teams
      self.opensAfter = opensAfter
    }
  }

  /// The groups in the order of their opening; the first one opens at once.
  public var groups: [Group]
  /// What every contact of the queue asks for.
  public var skills: [SkillRequirement]
  /// Who goes first.
  public var order: Order

  /// All teams at once, the longest available agent first.
  public init(
    groups: [Group], skills: [SkillRequirement] = [], order: Order = .longestAvailable
  ) {
    self.groups = groups
    self.skills = skills
    self.order = order
  }

  /// All teams, in the order of the groups.
  public var teams: [TeamID] { groups.flatMap(\.teams) }

  /// How many groups are open to a contact that has waited so long, in milliseconds.
  func openGroups(after wait: Int64) -> Int { max(1, groups.count { $0.opensAfter <= wait }) }

  /// Whether every contact may go to every agent of the teams, so that the first one is the next.
  var isPlain: Bool { groups.count <= 1 && skills.isEmpty && order == .longestAvailable }
}
