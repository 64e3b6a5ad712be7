/// A regular expression of RFC 9485, matched in time proportional to pattern times text.
///
/// `^` and `$` outside classes mean the ends of the text, as the compliance suite of RFC 9535
/// expects, although RFC 9485 takes them for plain characters.
struct InteroperableRegexp: Hashable, Sendable {
  /// One step of the matching machine.
  enum Instruction: Hashable, Sendable {
    /// Passes one character of the class.
    case character(CharacterClass)
    /// Goes on at both places.
    case fork(Int, Int)
    case jump(Int)
    case start
    case end
    case accept
  }

  /// A set of characters.
  struct CharacterClass: Hashable, Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    /// General categories such as `Lu` or `L`; `true` for those that must not hold.
    var categories: [Category] = []
    var isNegated = false

    struct Category: Hashable, Sendable {
      let name: String
      let isNegated: Bool
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      let isMember =
        ranges.contains { $0.contains(scalar.value) }
        || categories.contains {
          scalar.properties.generalCategory.code.hasPrefix($0.name) != $0.isNegated
        }
      return isMember != isNegated
    }
  }

  let instructions: [Instruction]

  /// The most parts a pattern may have when its repetitions are written out, which bounds `{n,m}`.
  static let maximumSize = 4_000

  /// Compiles a pattern; `nil` where it is no I-Regexp or asks for too many repetitions.
  init?(_ pattern: String) {
    var parser = InteroperableRegexpParser(pattern)
    guard let node = parser.document() else { return nil }
    var compiler = Compiler()
    guard compiler.add(node) else { return nil }
    instructions = compiler.instructions + [.accept]
  }

  private struct Compiler {
    var instructions: [Instruction] = []
    /// Parts added so far; empty parts count too, as they can be repeated.
    private var size = 0

    /// `false` where the pattern becomes too large.
    mutating func add(_ node: InteroperableRegexpParser.Node) -> Bool {
      size += 1
      guard size < InteroperableRegexp.maximumSize else { return false }
      switch node {
      case .character(let set): instructions.append(.character(set))
      case .start: instructions.append(.start)
      case .end: instructions.append(.end)
      case .sequence(let nodes): return nodes.allSatisfy { add($0) }
      case .alternatives(let nodes): return addAlternatives(nodes)
      case .repeated(let node, let least, let most): return addRepeated(node, least, most)
      }
      return true
    }

    private mutating func addAlternatives(_ nodes: [InteroperableRegexpParser.Node]) -> Bool {
      var ends: [Int] = []
      for node in nodes.dropLast() {
        let fork = instructions.count
        instructions.append(.jump(0))
        guard add(node) else { return false }
        ends.append(instructions.count)
        instructions.append(.jump(0))
        instructions[fork] = .fork(fork + 1, instructions.count)
      }
      guard let last = nodes.last, add(last) else { return false }
      for end in ends { instructions[end] = .jump(instructions.count) }
      return true
    }

    private mutating func addRepeated(
      _ node: InteroperableRegexpParser.Node, _ least: Int, _ most: Int?
    ) -> Bool {
      for _ in 0..<least {
        guard add(node) else { return false }
      }
      guard let most else {
        let fork = instructions.count
        instructions.append(.jump(0))
        guard add(node) else { return false }
        instructions.append(.jump(fork))
        instructions[fork] = .fork(fork + 1, instructions.count)
        return true
      }
      var forks: [Int] = []
      for _ in least..<max(least, most) {
        forks.append(instructions.count)
        instructions.append(.jump(0))
        guard add(node) else { return false }
      }
      for fork in forks { instructions[fork] = .fork(fork + 1, instructions.count) }
      return true
    }
  }
}

extension InteroperableRegexp {
  /// Whether the whole text, or any part of it, matches.
  func matches(_ text: String, isWhole: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var threads = Threads(instructions, length: scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if index == 0 || !isWhole { threads.enter(0, at: index) }
      if threads.accepts, !isWhole { return true }
      threads.pass(scalar, at: index)
    }
    if scalars.isEmpty || !isWhole { threads.enter(0, at: scalars.count) }
    return threads.accepts
  }

  /// The places in the program that are reached at one place of the text.
  private struct Threads {
    private let instructions: [Instruction]
    private let length: Int
    private var places: [Int] = []
    private var isListed: [Bool]
    private(set) var accepts = false

    init(_ instructions: [Instruction], length: Int) {
      self.instructions = instructions
      self.length = length
      isListed = Array(repeating: false, count: instructions.count)
    }

    /// Lists a place and all that follow from it without a character.
    mutating func enter(_ place: Int, at index: Int) {
      var open = [place]
      while let place = open.popLast() {
        guard !isListed[place] else { continue }
        isListed[place] = true
        switch instructions[place] {
        case .character: places.append(place)
        case .fork(let first, let second): open += [second, first]
        case .jump(let target): open.append(target)
        case .start: if index == 0 { open.append(place + 1) }
        case .end: if index == length { open.append(place + 1) }
        case .accept: accepts = true
        }
      }
    }

    mutating func pass(_ scalar: Unicode.Scalar, at index: Int) {
      let current = places
      places = []
      accepts = false
      for place in isListed.indices { isListed[place] = false }
      for place in current {
        if case .character(let set) = instructions[place], set.contains(scalar) {
          enter(place + 1, at: index + 1)
        }
      }
    }
  }
}

extension Unicode.GeneralCategory {
  /// The two letters that stand for the category in patterns.
  var code: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    default: "Cn"
    }
  }
}
