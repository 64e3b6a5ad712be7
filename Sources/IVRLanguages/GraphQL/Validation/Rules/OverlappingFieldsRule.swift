/// Selections that fill the same key of a response ask for the same thing.
///
/// Source: GraphQL specification, October 2021, section 5.3.2. Fields of different object types may
/// differ in name and arguments, since only one of them is ever asked, but not in their form.
final class OverlappingFieldsRule: GraphQLRule {
  static let interests: GraphQLInterests = [.inline, .selectionSet]
  private var cache: [GraphQLSelectedFields.Key: GraphQLSelectedFields] = [:]
  /// The places of the selection sets of inline fragments, which belong to the set around them.
  private var inlineSets: Set<Int> = []
  private var compared: [GraphQLFragmentPair: Bool] = [:]
  /// Which selection sets were compared with which fragments.
  private var comparedSets: [GraphQLSelectedFields.Key: [String: Bool]] = [:]
  private var comparisons = 0
  private static let comparisonLimit = 250_000

  /// Two fields that conflict, with all places that contribute.
  struct Conflict {
    let name: String
    let reason: GraphQLConflict
    let first: [Int]
    let second: [Int]
  }

  func enter(inline: GraphQLInlineSyntax, _ context: GraphQLValidation) {
    inlineSets.insert(inline.selectionSet.offset)
  }

  func enter(selectionSet: GraphQLSelectionSet, _ context: GraphQLValidation) {
    guard comparisons <= Self.comparisonLimit, !hasOnlyDistinctKeys(selectionSet),
      !inlineSets.contains(selectionSet.offset)
    else { return }
    for conflict in conflicts(within: selectionSet, context) {
      context.report(
        .field(.conflict(conflict.name, conflict.reason)), at: conflict.first + conflict.second)
    }
    if comparisons > Self.comparisonLimit {
      context.report(.limit(.comparisons(Self.comparisonLimit)), at: selectionSet.offset)
    }
  }

  /// Whether a short selection set has fields only and each of its keys once, as most have.
  private func hasOnlyDistinctKeys(_ set: GraphQLSelectionSet) -> Bool {
    let selections = set.selections
    guard selections.count <= 24 else { return false }
    for (place, selection) in selections.enumerated() {
      guard case .field(let field) = selection else { return false }
      let key = field.responseName
      for other in selections[..<place] {
        if case .field(let field) = other, field.responseName == key { return false }
      }
    }
    return true
  }

  private func fields(
    of set: GraphQLSelectionSet, on type: GraphQLTypeDefinition?, _ context: GraphQLValidation
  ) -> GraphQLSelectedFields {
    let key = GraphQLSelectedFields.Key(offset: set.offset, type: type?.name)
    if let known = cache[key] { return known }
    let fields = GraphQLSelectedFields(set, key, on: type, schema: context.schema)
    cache[key] = fields
    return fields
  }

  private func fields(
    of fragment: String, _ context: GraphQLValidation
  ) -> GraphQLSelectedFields? {
    guard let fragment = context.fragments[fragment] else { return nil }
    return fields(
      of: fragment.selectionSet, on: context.schema.type(fragment.condition.text), context)
  }
}

/// Two fragments, whichever comes first.
private struct GraphQLFragmentPair: Hashable {
  let first: String
  let second: String

  init(_ left: String, _ right: String) {
    (first, second) = left < right ? (left, right) : (right, left)
  }
}

extension OverlappingFieldsRule {
  private func conflicts(
    within set: GraphQLSelectionSet, _ context: GraphQLValidation
  ) -> [Conflict] {
    let own = fields(of: set, on: context.parentType, context)
    var found: [Conflict] = []
    for key in own.keys {
      let entries = own.entries[key] ?? []
      for (place, entry) in entries.enumerated() {
        for other in entries[(place + 1)...] {
          compare(key, entry, other, exclusive: false, context, &found)
        }
      }
    }
    for (place, name) in own.fragments.enumerated() {
      compare(own, fragment: name, exclusive: false, context, &found)
      for other in own.fragments[(place + 1)...] {
        compare(fragment: name, fragment: other, exclusive: false, context, &found)
      }
    }
    return found
  }

  private func compare(
    _ left: GraphQLSelectedFields, _ right: GraphQLSelectedFields, exclusive: Bool,
    _ context: GraphQLValidation, _ found: inout [Conflict]
  ) {
    for key in left.keys {
      guard let others = right.entries[key] else { continue }
      for entry in left.entries[key] ?? [] {
        for other in others {
          compare(key, entry, other, exclusive: exclusive, context, &found)
        }
      }
    }
  }

  private func compare(
    _ left: GraphQLSelectedFields, fragment name: String, exclusive: Bool,
    _ context: GraphQLValidation, _ found: inout [Conflict]
  ) {
    guard isWithinLimit, !left.keys.isEmpty, isNew(left.key, name, exclusive),
      let right = fields(of: name, context), left.key != right.key
    else { return }
    compare(left, right, exclusive: exclusive, context, &found)
    for next in right.fragments {
      compare(left, fragment: next, exclusive: exclusive, context, &found)
    }
  }

  private func compare(
    fragment left: String, fragment right: String, exclusive: Bool,
    _ context: GraphQLValidation, _ found: inout [Conflict]
  ) {
    guard isWithinLimit, left != right, isNew(left, right, exclusive),
      let leftFields = fields(of: left, context), let rightFields = fields(of: right, context)
    else { return }
    compare(leftFields, rightFields, exclusive: exclusive, context, &found)
    for next in rightFields.fragments {
      compare(fragment: left, fragment: next, exclusive: exclusive, context, &found)
    }
    for next in leftFields.fragments {
      compare(fragment: next, fragment: right, exclusive: exclusive, context, &found)
    }
  }

  /// Notes a pair of fragments; false where it was compared as strictly before.
  private func isNew(_ left: String, _ right: String, _ exclusive: Bool) -> Bool {
    let pair = GraphQLFragmentPair(left, right)
    if let known = compared[pair], exclusive || !known { return false }
    compared[pair] = exclusive
    return true
  }

  /// Notes a selection set with a fragment; false where the two were compared as strictly before.
  private func isNew(
    _ set: GraphQLSelectedFields.Key, _ fragment: String, _ exclusive: Bool
  ) -> Bool {
    if let known = comparedSets[set]?[fragment], exclusive || !known { return false }
    comparedSets[set, default: [:]][fragment] = exclusive
    return true
  }

  private var isWithinLimit: Bool {
    comparisons += 1
    return comparisons <= Self.comparisonLimit
  }

  private func compare(
    _ key: String, _ left: GraphQLSelectedFields.Entry, _ right: GraphQLSelectedFields.Entry,
    exclusive: Bool, _ context: GraphQLValidation, _ found: inout [Conflict]
  ) {
    guard isWithinLimit else { return }
    let isExclusive = exclusive || left.excludes(right)
    if let reason = left.conflict(with: right, isExclusive: isExclusive, context.schema) {
      found.append(
        Conflict(
          name: key, reason: reason, first: [left.node.offset], second: [right.node.offset]))
      return
    }
    let below = conflictsBelow(left, right, exclusive: isExclusive, context)
    guard !below.isEmpty else { return }
    let nested = below.map { GraphQLNestedConflict(name: $0.name, conflict: $0.reason) }
    found.append(
      Conflict(
        name: key, reason: .nested(nested), first: [left.node.offset] + below.flatMap(\.first),
        second: [right.node.offset] + below.flatMap(\.second)))
  }

  private func conflictsBelow(
    _ left: GraphQLSelectedFields.Entry, _ right: GraphQLSelectedFields.Entry, exclusive: Bool,
    _ context: GraphQLValidation
  ) -> [Conflict] {
    guard let leftSet = left.node.selectionSet, let rightSet = right.node.selectionSet else {
      return []
    }
    let leftFields = fields(of: leftSet, on: left.type(in: context.schema), context)
    let rightFields = fields(of: rightSet, on: right.type(in: context.schema), context)
    var found: [Conflict] = []
    compare(leftFields, rightFields, exclusive: exclusive, context, &found)
    for name in rightFields.fragments {
      compare(leftFields, fragment: name, exclusive: exclusive, context, &found)
    }
    for name in leftFields.fragments {
      compare(rightFields, fragment: name, exclusive: exclusive, context, &found)
    }
    for name in leftFields.fragments {
      for other in rightFields.fragments {
        compare(fragment: name, fragment: other, exclusive: exclusive, context, &found)
      }
    }
    return found
  }
}
