import IVRCore
import IVRLanguages

/// Every sentence of the lab's screen; those of the command line are in `CommandStrings`.
enum Strings {
  static let nothingOffered = "nothing offered"
  static let noVariables = "no desktop variables"
  static let noAgent = "The lab has no agent."
  static let noQueue = "The lab has no queue."
  static let noPhone = "The lab has no phone."
  static let detailTitle = "Trace row"
  static let variablesTitle = "Desktop variables"
  static let directoryTitle = "Numbers to dial"
  static let idleTitle = "Idle for which reason?"
  static let wrapUpTitle = "How did it go? Wrap-up code"
  static let helpTitle = "Keys and commands"
  static let quitTitle = "Quit?"
  static let quitQuestion = [
    "A call or a callback is live and will be lost.", "y quits, any other key stays.",
  ]
  static let stays = "Still here."
  static let hintsOn = "Hints are shown; t hides them."
  static let hintsOff = "Hints are hidden; t shows them."
  static let paused =
    "Paused: space goes on, . takes one event, n goes to the next one that matters."
  static let goesOn = "The clock runs."
  static let insideStep = "a step inside an activity"
  static let nothingRefused = "No callback was refused yet."
  static let numberChosen = "Enter dials."
  static let badSeed = "A seed is a whole number of 0 or more: seed 7"
  static let badHints = "Say hints on or hints off."
  static let badKeys = "Keys are 0 to 9, * and #: press 14085267209"

  static func stepped(_ what: String) -> String { "One event: \(what)" }
  static func arrived(_ time: SimulationTime) -> String {
    "It is \(CivilTime(time).clock); space goes on."
  }
  static func isOver(_ time: SimulationTime) -> String { "\(CivilTime(time).clock) is over." }
  static func speedIs(_ speed: Int64) -> String { "The clock runs at ×\(speed)." }
  static func farAhead(_ milliseconds: Int64) -> String {
    "The next event is \(Format.span(milliseconds)) ahead; :run +\(milliseconds / 1000) goes there."
  }
  static func nothingAhead(_ hint: Hint, isEmpty: Bool) -> String {
    "Nothing ahead\(isEmpty ? "" : " within an hour"); next: \(hint.text)"
  }
  static func showsQueue(_ name: String) -> String { "Queue \(name)" }
  static func guardIs(_ mode: DuplicateGuard, _ queue: String) -> String {
    mode == .refuse
      ? "The guard of \(queue) refuses a second callback."
      : "The guard of \(queue) is off: second callbacks are accepted."
  }
  static func notInService(_ number: String) -> String {
    "\(Format.number(number)) is no number of the lab; e shows the numbers."
  }
  static func isReset(_ lab: String) -> String { "\(lab) is as its document says." }
  static func isSeeded(_ seed: UInt64) -> String { "The lab starts again with seed \(seed)." }
  static func seedIs(_ seed: UInt64) -> String { "The seed is \(seed)." }
  static func badSpeed(_ word: String) -> String {
    "\"\(word)\" is no speed; one of \(LabClock.speeds.map(String.init).joined(separator: " "))."
  }
  static func badTime(_ word: String) -> String {
    "\"\(word)\" is no time: run 10:15, run 10:15:30, run +5:00 or run +90"
  }
  static func badGuard(_ word: String) -> String { "\"\(word)\" is no guard: refuse or off." }
  static func badPhone(_ count: Int) -> String { "There are phones 1 to \(count)." }
  static func needless(_ word: String, _ command: String) -> String {
    "\(command) takes nothing behind it, not \"\(word)\"."
  }
  static func unknownCommand(_ word: String, _ names: [String]) -> String {
    unknown("command", word, names)
  }
  static func unknown(_ kind: String, _ word: String, _ names: [String]) -> String {
    let hint = Suggestions.hint(for: word, in: names)
    let shown = VisibleText.line(word)
    if !hint.isEmpty { return "There is no \(kind) \"\(shown)\"\(hint)" }
    return "There is no \(kind) \"\(shown)\": \(names.joined(separator: ", "))."
  }
  static func tooSmall(_ size: Size) -> String {
    "ivr-tui needs 60x16; this window is \(size.width)x\(size.height)."
  }

  static func warnings(_ count: Int, _ first: Diagnostic) -> String {
    "\(count) warning\(count == 1 ? "" : "s"): \(first.message) More: ivr-tui check"
  }

  /// What the typed commands do.
  enum Commands {
    static let pause = "Stops the clock."
    static let go = "Lets the clock run."
    static let step = "Takes one event and pauses."
    static let next = "Goes to the next event that matters."
    static let speed = "Sets the speed: 1, 2, 5, 10, 30, 60, 120, 300 or 600."
    static let run = "Runs to a time and pauses: 10:15, 10:15:30, +5:00 (minutes) or +90 (seconds)."
    static let reset = "Puts calls, callbacks, agents and clock back to the lab document."
    static let seed = "Tells the seed, or starts again with another one."
    static let guardMode = "Sets the guard of the queue shown."
    static let queue = "Shows a queue."
    static let phone = "Shows a phone."
    static let dial = "Dials an entry point or a number."
    static let press = "Presses keys of the phone shown."
    static let answer = "Answers the phone that rings."
    static let hangUp = "Hangs the phone shown up."
    static let agent = "Does something at the agent's desk."
    static let hints = "Shows or hides the line of the next useful act."
    static let help = "Shows this list."
    static let quit = "Ends the program at once."
  }
}
