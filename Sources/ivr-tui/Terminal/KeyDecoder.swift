/// Turns the bytes curses read, and could not make a key of, into keys.
///
/// It knows the escape sequences of all common terminals by itself: a sequence that the TERM entry
/// lacks is read right or swallowed whole, and never types its digits into the phone.
nonisolated struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    case escape
    /// After `ESC [`, with the parameters so far.
    case control(String)
    /// After `ESC O`.
    case single
    /// After `ESC [ [`, the Linux console's function keys.
    case linux
    /// Inside an old mouse report, with so many characters still to come.
    case report(Int)
    /// Inside pasted text.
    case paste(BracketedPaste)
  }

  private var state = State.ground
  /// The mouse report that the last byte completed.
  private var report: MouseEvent?
  /// The pasted text that the last byte completed.
  private var paste: String?
  private var characters = CharacterAssembler()

  /// Whether a sequence has begun that more input could end.
  ///
  /// Pasted text may come as slowly as it likes.
  var isPending: Bool {
    switch state {
    case .ground, .paste: false
    default: true
    }
  }

  /// Takes one byte of UTF-8; answers the keys that are now complete.
  mutating func feed(_ byte: UInt8) -> [Key] {
    characters.feed(byte).map { feed($0) } ?? []
  }

  /// Takes the mouse report that the byte just fed completed, where it did.
  mutating func takeReport() -> MouseEvent? {
    defer { report = nil }
    return report
  }

  /// Takes the pasted text that the byte just fed completed, where it did.
  mutating func takePaste() -> String? {
    defer { paste = nil }
    return paste
  }

  /// Takes one character; answers the keys that are now complete.
  mutating func feed(_ scalar: Unicode.Scalar) -> [Key] {
    switch state {
    case .ground: return ground(scalar)
    case .escape: return afterEscape(scalar)
    case .control(let parameters): return inControl(scalar, parameters)
    case .single: return afterSingle(scalar)
    case .linux:
      state = .ground
      return Self.linuxFunction(scalar).map { [$0] } ?? []
    case .report(let left):
      state = left > 1 ? .report(left - 1) : .ground
      return []
    case .paste(let pasted): return inPaste(scalar, pasted)
    }
  }

  /// Takes a key that curses recognised itself.
  mutating func feed(_ key: Key) -> [Key] {
    if case .paste = state { return [] }
    return flush() + [key]
  }

  /// Ends what is pending because nothing follows: a lone ESC is the Escape key.
  mutating func flush() -> [Key] {
    if case .paste = state { return [] }
    defer { state = .ground }
    switch state {
    case .escape: return [.escape]
    case .control(""): return [.alt("[")]
    case .single: return [.alt("O")]
    case .ground, .control, .linux, .report, .paste: return []
    }
  }

  private mutating func ground(_ scalar: Unicode.Scalar) -> [Key] {
    guard scalar.value != 0x1B else {
      state = .escape
      return []
    }
    return Self.plain(scalar).map { [$0] } ?? []
  }

  private mutating func afterEscape(_ scalar: Unicode.Scalar) -> [Key] {
    switch scalar {
    case "[": state = .control("")
    case "O": state = .single
    case "\u{1B}": return [.escape]
    default:
      state = .ground
      guard let key = Self.plain(scalar) else { return [.escape] }
      guard case .character(let character) = key else { return [.escape, key] }
      return [.alt(character)]
    }
    return []
  }

  private mutating func inControl(_ scalar: Unicode.Scalar, _ parameters: String) -> [Key] {
    switch scalar.value {
    case 0x5B where parameters.isEmpty:
      state = .linux
      return []
    case 0x4D where parameters.isEmpty:
      state = .report(3)
      return []
    case 0x20..<0x40:
      // The limit only bounds memory: of a longer sequence the end still counts as its end.
      state = .control(parameters.utf8.count < 32 ? parameters + String(scalar) : parameters)
      return []
    case 0x40..<0x7F:
      state = .ground
      report = MouseEvent(parameters: parameters, isPress: scalar == "M")
      if parameters + String(scalar) == BracketedPaste.begin { state = .paste(BracketedPaste()) }
      return Self.control(scalar, parameters).map { [$0] } ?? []
    default:
      state = .ground
      return ground(scalar)
    }
  }

  private mutating func inPaste(_ scalar: Unicode.Scalar, _ pasted: BracketedPaste) -> [Key] {
    var pasted = pasted
    let isComplete = pasted.take(scalar)
    paste = isComplete ? pasted.text : nil
    state = isComplete ? .ground : .paste(pasted)
    return []
  }

  private mutating func afterSingle(_ scalar: Unicode.Scalar) -> [Key] {
    // Some terminals put a modifier number here.
    if ("0"..."9").contains(scalar) { return [] }
    state = .ground
    guard scalar.value >= 0x20 else { return [.alt("O")] + ground(scalar) }
    return (Self.single(scalar) ?? Self.motion(scalar)).map { [$0] } ?? []
  }
}

/// Puts the bytes of one character together; bytes that are no UTF-8 are dropped.
private nonisolated struct CharacterAssembler: Sendable {
  private var bytes: [UInt8] = []

  /// The character that the byte completes.
  mutating func feed(_ byte: UInt8) -> Unicode.Scalar? {
    if byte & 0xC0 != 0x80 {
      bytes = []
    } else if bytes.isEmpty {
      return nil
    }
    bytes.append(byte)
    guard bytes.count >= Self.length(startingWith: bytes[0]) else { return nil }
    defer { bytes = [] }
    return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
  }

  private static func length(startingWith byte: UInt8) -> Int {
    switch byte {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }
}

nonisolated extension KeyDecoder {
  /// A character outside any sequence.
  private static func plain(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0: .control(" ")
    case 8, 0x7F: .backspace
    case 9: .tab
    case 10, 13: .enter
    case 1..<27: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 28..<32: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x80..<0xA0: nil
    default: .character(Character(scalar))
    }
  }

  private static func motion(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    default: nil
    }
  }

  /// What the number pad sends in application mode: the digits it has printed on it.
  private static func single(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "M": .enter
    case "X": .character("=")
    case "j"..."y": .character(Character(Unicode.Scalar(UInt8(scalar.value) - 0x40)))
    default: nil
    }
  }

  private static func control(_ final: Unicode.Scalar, _ parameters: String) -> Key? {
    switch final {
    case "Z": .backTab
    case "~": numbered(parameters)
    // A parameter that is no number marks a report (of the mouse, of a device), not a key.
    case _ where parameters.contains(where: { !$0.isNumber && $0 != ";" }): nil
    // A row and a column are a position report; F3 with a modifier has 1 first.
    case "R" where !parameters.isEmpty && !parameters.hasPrefix("1;"): nil
    default: motion(final)
    }
  }

  /// `ESC [ number ~`, with modifiers after a semicolon ignored.
  private static func numbered(_ parameters: String) -> Key? {
    guard let number = parameters.split(separator: ";").first.flatMap({ Int($0) }) else {
      return nil
    }
    switch number {
    case 1, 7: return .home
    case 2: return .insert
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 11...15: return .function(number - 10)
    case 17...21: return .function(number - 11)
    case 23...26: return .function(number - 12)
    case 28, 29: return .function(number - 13)
    case 31...34: return .function(number - 14)
    default: return nil
    }
  }

  private static func linuxFunction(_ scalar: Unicode.Scalar) -> Key? {
    guard ("A"..."E").contains(scalar) else { return nil }
    return .function(Int(scalar.value) - 0x40)
  }
}
