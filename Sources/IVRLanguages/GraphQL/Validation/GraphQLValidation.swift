/// What the rules know of the document and of the place the walk has come to.
final class GraphQLValidation {
  let document: GraphQLDocument
  let schema: GraphQLSchema
  let limits: GraphQLLimits
  let fragments: [String: GraphQLFragmentSyntax]
  private(set) var errors: [GraphQLError] = []

  /// The type whose fields are selected here, where it is known.
  var parentType: GraphQLTypeDefinition?
  /// The field or directive argument list that values belong to.
  var field: GraphQLFieldDefinition?
  var directive: GraphQLDirectiveDefinition?
  /// Whether arguments here belong to a directive, known or not.
  var isInDirective = false
  /// The type of the selection set or of the field here.
  var type: GraphQLType?
  /// The type that a value here has to have, and whether its place has a default.
  var inputType: GraphQLType?
  var hasDefault = false
  /// The names of the fields around this place.
  var fieldPath: [String] = []
  /// The variables that each operation and each fragment uses by itself.
  var usages = GraphQLVariableUsages()
  /// The variables that operations use with their fragments, as far as they were asked for.
  var allUsages: [Int: [GraphQLVariableUsage]] = [:]

  init(_ document: GraphQLDocument, schema: GraphQLSchema, limits: GraphQLLimits) {
    self.document = document
    self.schema = schema
    self.limits = limits
    fragments = Dictionary(
      document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { $1 })
  }

  /// Whether so many errors were found that the rest is of no interest.
  var isFull: Bool { errors.count > limits.errors }

  /// Notes an error at one or more places.
  func report(_ kind: GraphQLError.Kind, at offsets: Int...) {
    report(kind, at: offsets)
  }

  /// Notes an error at one or more places.
  func report(_ kind: GraphQLError.Kind, at offsets: [Int]) {
    guard !isFull else { return }
    guard errors.count < limits.errors else {
      errors.append(GraphQLError(.limit(.errors(limits.errors)), in: nil, at: []))
      return
    }
    var error = GraphQLError(kind, in: document.source, at: offsets)
    error.fieldPath = fieldPath
    errors.append(error)
  }

  /// The nearest of the candidates.
  func suggestion(for word: String, in candidates: [String]) -> GraphQLSuggestion {
    GraphQLSuggestion(for: word, in: candidates)
  }

  /// The fragments that a selection set uses, also through others, each once.
  func fragments(below set: GraphQLSelectionSet) -> [GraphQLFragmentSyntax] {
    var found: [GraphQLFragmentSyntax] = []
    var names: Set<String> = []
    var pending = [set]
    while let next = pending.popLast() {
      for spread in Self.spreads(in: next) where names.insert(spread.name.text).inserted {
        guard let fragment = fragments[spread.name.text] else { continue }
        found.append(fragment)
        pending.append(fragment.selectionSet)
      }
    }
    return found
  }

  /// The spreads inside a selection set, without those of the fragments it uses.
  static func spreads(in set: GraphQLSelectionSet) -> [GraphQLSpreadSyntax] {
    var found: [GraphQLSpreadSyntax] = []
    var pending = [set]
    while let next = pending.popLast() {
      for selection in next.selections {
        switch selection {
        case .spread(let spread): found.append(spread)
        case .inline(let inline): pending.append(inline.selectionSet)
        case .field(let field): if let set = field.selectionSet { pending.append(set) }
        }
      }
    }
    return found
  }
}
