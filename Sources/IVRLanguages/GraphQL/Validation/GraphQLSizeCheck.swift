/// Measures a document with its fragments expanded, before anything recurses through them.
///
/// Fragments within fragments can multiply: a short text can ask for an endless answer.
struct GraphQLSizeCheck {
  private struct Size {
    var depth = 0
    var selections = 0
  }

  private let document: GraphQLDocument
  private let limits: GraphQLLimits
  private let fragments: [String: GraphQLFragmentSyntax]
  private var known: [String: Size] = [:]
  private var open: Set<String> = []

  init(_ document: GraphQLDocument, limits: GraphQLLimits) {
    self.document = document
    self.limits = limits
    fragments = Dictionary(
      document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { $1 })
  }

  /// The first limit that is exceeded.
  mutating func check() throws(GraphQLError) {
    for operation in document.operations { _ = try size(of: operation.selectionSet, level: 1) }
    for fragment in document.fragments { _ = try size(of: fragment.selectionSet, level: 1) }
  }

  /// The error of the first limit that is exceeded.
  func run() -> GraphQLError? {
    var copy = self
    do throws(GraphQLError) {
      try copy.check()
      return nil
    } catch {
      return error
    }
  }

  private mutating func size(
    of set: GraphQLSelectionSet, level: Int
  ) throws(GraphQLError) -> Size {
    guard level <= limits.depth else { throw fault(.depth(limits.depth), at: set.offset) }
    var total = Size()
    for selection in set.selections {
      let part = try size(of: selection, level: level)
      total.depth = max(total.depth, part.depth)
      total.selections += part.selections + 1
      guard level + total.depth <= limits.depth else {
        throw fault(.depth(limits.depth), at: set.offset)
      }
      guard total.selections <= limits.selections else {
        throw fault(.selections(limits.selections), at: set.offset)
      }
    }
    total.depth += 1
    return total
  }

  private mutating func size(
    of selection: GraphQLSelection, level: Int
  ) throws(GraphQLError) -> Size {
    switch selection {
    case .field(let field):
      guard let set = field.selectionSet else { return Size() }
      return try size(of: set, level: level + 1)
    case .inline(let inline): return try size(of: inline.selectionSet, level: level + 1)
    case .spread(let spread): return try size(of: spread.name.text, level: level + 1)
    }
  }

  private mutating func size(of name: String, level: Int) throws(GraphQLError) -> Size {
    if let size = known[name] { return size }
    // A fragment that includes itself is reported by its own rule.
    guard let fragment = fragments[name], open.insert(name).inserted else { return Size() }
    let size = try size(of: fragment.selectionSet, level: level)
    open.remove(name)
    known[name] = size
    return size
  }

  private func fault(_ fault: GraphQLLimitFault, at offset: Int) -> GraphQLError {
    GraphQLError(.limit(fault), in: document.source, at: [offset])
  }
}
