import IVRLanguages

/// A skill that Queue Contact asks for.
///
/// Source: webex-flow-format reference, section 4, "queue-contact", `skills.requirements`.
struct SkillSetting: Hashable, Sendable {
  let name: String
  let condition: String
  let value: TemplateText

  /// The requirements of an activity.
  static func all(_ reader: SettingsReader) -> [SkillSetting] {
    let list = reader.value("skills")?.object?["requirements"]?.array ?? []
    return list.compactMap(\.object).map { row in
      SkillSetting(
        name: row["skillName"]?.flowText ?? "",
        condition: row["condition"]?.flowText.lowercased() ?? "",
        value: TemplateText(row["value"]?.flowText ?? ""))
    }
  }
}

extension ActivityContext {
  /// The requirement that a setting stands for at this moment.
  ///
  /// - Throws: codes 9, 10 and 11 of Queue Contact, for its name, condition and value.
  mutating func requirement(
    _ setting: SkillSetting
  ) throws(ActivityFailure) -> SkillRequirement {
    guard !setting.name.isEmpty else {
      throw refuse(code: 9, "INVALID_SKILL_NAME: a skill has no name")
    }
    guard let condition = SkillRequirement.Condition(rawValue: setting.condition) else {
      throw refuse(
        code: 10, "INVALID_SKILL_CONDITION: \"\(setting.condition)\" compares nothing")
    }
    let value = try render(setting.value).trimmed
    guard !value.isEmpty else {
      throw refuse(code: 11, "INVALID_SKILL_VALUE: \(setting.name) is compared with nothing")
    }
    return SkillRequirement(skill: setting.name, condition: condition, value: SkillValue(value))
  }
}
