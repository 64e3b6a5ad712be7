import IVRAdapters
import IVRCore
import IVRTestSupport
import Testing

@testable import ivr_tui

/// The shipped lab without a terminal: keys go in, the picture comes out.
struct LabDriver {
  var state: AppState
  /// What the last key asked for.
  private(set) var commands: [ivr_tui.Command] = []

  init(size: Size = Size(width: 80, height: 24)) throws {
    state = AppState(world: try #require(Self.world), size: size)
    tick(0)
  }

  private static let world = WorldFolder(root: SharedData.root).load().world

  /// Presses keys by their names, separated by blanks: `Enter n 1 F3 a`.
  mutating func press(_ names: String) throws {
    for name in names.split(separator: " ").map(String.init) {
      commands = update(&state, .input(.key(try #require(Self.key(name), "no key \(name)"))))
    }
  }

  /// Presses the keys of a text one by one.
  mutating func type(_ text: String) {
    for character in text { commands = update(&state, .input(.key(.character(character)))) }
  }

  /// Types a command behind the colon.
  mutating func command(_ text: String) throws {
    type(":" + text)
    try press("Enter")
  }

  /// Lets real time pass.
  mutating func tick(_ milliseconds: Int64) {
    let end = state.realNow + milliseconds
    repeat {
      let next = min(end, state.realNow + 1_000)
      repeat { _ = update(&state, .tick(next)) } while state.isBehind
    } while state.realNow < end
  }

  /// Asks for a callback to the number of phone 2, up to the end of the call.
  mutating func askForCallback() throws {
    try press("Enter n 1")
    type("14085267209")
    try press("1 n n")
  }

  private static func key(_ name: String) -> Key? {
    let named: [Key] =
      [.enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp]
      + [.pageDown, .backspace, .character(" "), .control("c"), .control("l")]
      + (1...6).map(Key.function) + "12345".map(Key.alt)
    return named.first { $0.name == name }
      ?? (name.count == 1 ? name.first.map(Key.character) : nil)
  }

  var screen: Screen { view(state) }

  /// The picture's text.
  var text: String { screen.textRows().joined(separator: "\n") }

  var notice: String { state.notice?.text ?? "" }

  var hint: String { Hint.next(state).text }

  /// What callers and agents noticed, without times.
  var heard: [String] { state.log.lines.map(\.text) }
}
