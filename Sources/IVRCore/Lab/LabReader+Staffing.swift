import IVRLanguages

/// Whether every queue can be served by somebody: a lab that is read but answers nobody is what a
/// trainee looks for longest.
extension LabReader {
  mutating func checkStaffing(_ lab: Lab) {
    for (index, queue) in lab.queues.enumerated() {
      let path: [JSONStep] = [.key("queues"), .index(index)]
      if has("groups", at: path), has("teams", at: path) {
        document.report(
          "IVR110", .warning, at: path + [.key("teams")],
          "\"teams\" of \(queue.name) is not read beside \"groups\".")
      }
      checkTeams(of: queue, lab, path)
      for (number, skill) in queue.routing.skills.enumerated() {
        check(skill, path + [.key("skills"), .index(number)])
      }
    }
    checkAgentNames(lab)
  }

  private mutating func checkTeams(of queue: QueueSettings, _ lab: Lab, _ path: [JSONStep]) {
    let groups = queue.routing.groups
    for (number, group) in groups.enumerated() where group.teams.isEmpty && groups.count > 1 {
      document.report(
        "IVR110", .warning, at: path + [.key("groups"), .index(number)],
        "Group \(number + 1) of \(queue.name) has no teams.")
    }
    let teams = groups.flatMap(\.teams)
    guard !teams.isEmpty else {
      document.report(
        "IVR110", .warning, at: path, "Nobody serves \(queue.name): it has no teams.",
        hint: "Name the teams whose agents take its contacts: \"teams\": [\"TEAM-ID\"].")
      return
    }
    let robots = lab.load.agents.filter { teams.contains($0.team) }.map { _ in AgentSkills() }
    let agents = lab.agents.filter { teams.contains($0.team) }.map(\.skills) + robots
    guard !agents.isEmpty else {
      document.report(
        "IVR110", .warning, at: path, "Nobody serves \(queue.name): its teams have no agents.")
      return
    }
    guard !agents.contains(where: { $0.meet(queue.routing.skills) }) else { return }
    let missing = queue.routing.skills.first { skill in
      !agents.contains { skill.isMet(by: $0) }
    }
    document.report(
      "IVR110", .warning, at: path + [.key("skills")],
      "Nobody serves \(queue.name): "
        + (missing.map { "no agent of its teams has the skill \($0.text)." }
          ?? "no agent of its teams has all of its skills."))
  }

  private mutating func check(_ skill: SkillRequirement, _ path: [JSONStep]) {
    guard has("value", at: path) else {
      return document.report(
        "IVR102", .error, at: path, "\"value\" of the skill \(skill.skill) is missing.")
    }
    let place = path + [.key("value")]
    if case .proficiency(let level) = skill.value {
      guard (0...10).contains(level) else {
        return document.report(
          "IVR105", .error, at: place, "The proficiency of \(skill.skill) is not from 0 to 10.")
      }
    } else if [.atLeast, .atMost].contains(skill.condition) {
      document.report(
        "IVR105", .error, at: place,
        "\(skill.condition.rawValue) compares proficiencies from 0 to 10 only.",
        hint: "A text, true or false takes \"condition\": \"is\" or \"isnot\".")
    }
  }

  /// Commands and scenarios name agents; two of one name cannot be told apart.
  private mutating func checkAgentNames(_ lab: Lab) {
    var seen: Set<String> = []
    for (index, agent) in lab.agents.enumerated()
    where !seen.insert(agent.name.lowercased()).inserted {
      document.report(
        "IVR106", .warning, at: [.key("agents"), .index(index), .key("name")],
        "Two agents are named \(agent.name); sentences and commands mean the first.")
    }
  }
}

extension SkillRequirement {
  /// As it is read aloud, for example `billing gte 5`.
  fileprivate var text: String {
    let wanted =
      switch value {
      case .proficiency(let level): level == level.rounded() ? String(Int(level)) : String(level)
      case .text(let text): text
      case .flag(let flag): String(flag)
      }
    return "\(skill) \(condition.rawValue) \(wanted)"
  }
}
