/// A name that was probably meant.
public struct GraphQLSuggestion: Hashable, Sendable {
  /// The name, where one is near.
  public let name: String?

  /// The nearest of the candidates, if one is near.
  init(for word: String, in candidates: [String]) {
    name = Suggestions.nearest(to: word, in: candidates)
  }

  /// The end of a message.
  var hint: String { name.map { "; did you mean \"\($0)\"?" } ?? "" }
}
