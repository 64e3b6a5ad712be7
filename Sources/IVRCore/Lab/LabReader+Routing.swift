import IVRLanguages

extension LabReader {
  /// The `groups`, or the `teams` as one group, with `skills` and `routing` of a queue.
  mutating func routing(_ path: [JSONStep]) -> Routing {
    let groups =
      has("groups", at: path)
      ? list("groups", at: path) { $0.group($1) }
      : [Routing.Group(teams: texts("teams", at: path).map(TeamID.init(rawValue:)))]
    return Routing(
      groups: groups, skills: list("skills", at: path) { $0.requirement($1) },
      order: choice("routing", at: path, standard: .longestAvailable))
  }

  private mutating func group(_ path: [JSONStep]) -> Routing.Group {
    reportUnknownMembers(of: ["teams", "opensAfterSeconds"], at: path)
    return Routing.Group(
      teams: texts("teams", at: path).map(TeamID.init(rawValue:)),
      opensAfter: whole("opensAfterSeconds", at: path, standard: 0) * 1000)
  }

  private mutating func requirement(_ path: [JSONStep]) -> SkillRequirement {
    reportUnknownMembers(of: ["skill", "condition", "value"], at: path)
    return SkillRequirement(
      skill: text("skill", at: path),
      condition: choice("condition", at: path, standard: .atLeast),
      value: SkillValue(document.value(at: path + [.key("value")])?.flowText ?? ""))
  }

  /// The skills of an agent: an object of names and values.
  mutating func skills(_ path: [JSONStep]) -> AgentSkills {
    var skills = AgentSkills()
    for member in document.value(at: path)?.object?.members ?? [] {
      let value = SkillValue(member.value.flowText)
      if case .proficiency(let level) = value, !(0...10).contains(level) {
        document.report(
          "IVR105", .error, at: path + [.key(member.key)],
          "The proficiency of \(member.key) is not from 0 to 10.")
      }
      skills[member.key] = value
    }
    return skills
  }

  /// Reports teams that are not there, and groups that open in another order than they stand in.
  mutating func checkRouting(_ queue: QueueSettings, at path: [JSONStep], _ teams: [String]) {
    let isGrouped = has("groups", at: path)
    for (number, group) in queue.routing.groups.enumerated() {
      let place = isGrouped ? path + [.key("groups"), .index(number)] : path
      for (index, team) in group.teams.enumerated() {
        check(team.rawValue, in: teams, "team", at: place + [.key("teams"), .index(index)])
      }
      let isLate = number > 0 && group.opensAfter <= queue.routing.groups[number - 1].opensAfter
      if isLate || (number == 0 && group.opensAfter != 0) {
        document.report(
          "IVR105", .error, at: place,
          "Group \(number + 1) of \(queue.name) does not open after the one before it.",
          hint: "The first group opens after 0 seconds, each further one later.")
      }
    }
  }
}
