import Foundation
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
      commands = update(&state, .input(.key(try #require(Key(name: name), "no key \(name)"))))
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

  /// Clicks on the first place where the screen shows a text, or moves the wheel there.
  mutating func point(_ kind: MouseEvent.Kind, at text: String, offset: Int = 0) throws {
    let rows = screen.textRows()
    let y = try #require(rows.firstIndex { $0.contains(text) }, "no \(text)")
    let start = try #require(rows[y].range(of: text)?.lowerBound)
    let x = rows[y].distance(from: rows[y].startIndex, to: start) + offset
    commands = update(
      &state, .input(.mouse(MouseEvent(kind: kind, position: Point(x: x, y: y)))))
  }

  mutating func click(_ text: String, offset: Int = 0) throws {
    try point(.press(.left), at: text, offset: offset)
  }

  var screen: Screen { view(state) }

  /// The picture's text.
  var text: String { screen.textRows().joined(separator: "\n") }

  var notice: String { state.notice?.text ?? "" }

  var hint: String { Hint.next(state).text }

  /// What callers and agents noticed, without times.
  var heard: [String] { state.log.lines.map(\.text) }
}
