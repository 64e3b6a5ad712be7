/// The patterns of Search's `match`: the whole text must match; `.`, `*`, `+`, `?` and `[…]` mean
/// what they mean in regular expressions, and a pattern that begins with `+` begins with a plus.
///
/// Source: webex-search-api reference, section 4. The syntax is our reading of its one example. Time
/// is bounded: every element is matched against every place once.
struct WildText {
  private enum Unit {
    case any
    case one(Character)
    case among([ClosedRange<Character>], isNegated: Bool)

    func accepts(_ character: Character) -> Bool {
      switch self {
      case .any: true
      case .one(let wanted): wanted == character
      case .among(let ranges, let isNegated):
        ranges.contains { $0.contains(character) } != isNegated
      }
    }
  }

  private var elements: [(unit: Unit, least: Int, isRepeated: Bool)] = []

  init(_ pattern: String) {
    var rest = Substring(pattern)
    while let first = rest.popFirst() {
      switch first {
      case "*" where !elements.isEmpty: elements[elements.count - 1] = (last, 0, true)
      case "+" where !elements.isEmpty: elements[elements.count - 1] = (last, 1, true)
      case "?" where !elements.isEmpty: elements[elements.count - 1] = (last, 0, false)
      case ".": elements.append((.any, 1, false))
      case "[": elements.append((Self.characterClass(&rest), 1, false))
      case "\\": elements.append((.one(rest.popFirst() ?? "\\"), 1, false))
      default: elements.append((.one(first), 1, false))
      }
    }
  }

  private var last: Unit { elements.last?.unit ?? .any }

  private static func characterClass(_ rest: inout Substring) -> Unit {
    let isNegated = rest.first == "^"
    if isNegated { rest.removeFirst() }
    var ranges: [ClosedRange<Character>] = []
    while let first = rest.popFirst(), first != "]" {
      let tail = rest.dropFirst()
      if rest.first == "-", let end = tail.first, end != "]", first <= end {
        rest.removeFirst(2)
        ranges.append(first...end)
      } else {
        ranges.append(first...first)
      }
    }
    return .among(ranges, isNegated: isNegated)
  }

  /// Whether the whole text matches.
  func matches(_ text: String) -> Bool {
    let characters = Array(text)
    var places: Set<Int> = [0]
    for element in elements {
      var next: Set<Int> = element.least == 0 ? places : []
      for start in places.sorted() {
        var place = start
        while place < characters.count, element.unit.accepts(characters[place]) {
          place += 1
          if !next.insert(place).inserted, element.isRepeated { break }
          if !element.isRepeated { break }
        }
      }
      places = next
    }
    return places.contains(characters.count)
  }
}
