/// Finds the word that was probably meant.
public enum Suggestions {
  /// The nearest of `candidates` within a third of the word's length (at least one edit).
  ///
  /// Letter case does not count; of equally near words the first is taken. `nil` where none is near.
  public static func nearest(to word: String, in candidates: [String]) -> String? {
    let typed = Array(word.lowercased())
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let found = distance(typed, Array(candidate.lowercased()))
      if found <= max(1, typed.count / 3), found < best?.distance ?? .max {
        best = (candidate, found)
      }
    }
    return best?.word
  }

  /// `; did you mean "word"?` for the nearest candidate, or nothing.
  public static func hint(for word: String, in candidates: [String]) -> String {
    nearest(to: word, in: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (letter == other ? 0 : 1)
        var cost = min(previous[column + 1] + 1, current[column] + 1, replaced)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}
