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
  static let faultsTitle = "Disturb what? Again ends it."
  static let agentInCall = "An agent in a call cannot sign out."
  static let transferTitle = "Transfer to whom?"
  static let consultTitle = "Consult whom?"
  static let idleTitle = "Idle for which reason?"
  static let wrapUpTitle = "How did it go? Wrap-up code"
  static let helpTitle = "Keys and commands"
  static let mouseOn = "The mouse works here; m gives it back to the terminal, for selecting text."
  static let mouseOff = "The mouse selects text of the terminal; m brings it back."
  static func shows(_ view: PromptView) -> String {
    switch view {
    case .plain: "Speech as it reads."
    case .annotated: "Speech with its pauses, emphasis and voices."
    case .raw: "Speech as it is written, in SSML."
    case .spoken: "Speech in the words that are heard."
    }
  }
  static let nothingHappened = "Nothing has happened yet."
  static let nothingHolds = "No row holds it; Esc shows all."
  static let nothingHeard = "Nothing was heard yet."
  static let filterHelp = "Enter keeps the filter · Esc drops it · up and down move"
  static let cannotFilter = "Heard, Queue and Trace have rows to filter: F4, F5, F6."
  static let showsAllCalls = "Rows of all calls."
  static let reloadFailed = "The documents hold errors; the lab goes on as it was"
  static let stays = "Still here."
  static let hintsOn = "Hints are shown; t hides them."
  static let hintsOff = "Hints are hidden; t shows them."
  static let paused =
    "Paused: space goes on, . takes one event, n goes to the next one that matters."
  static let goesOn = "The clock runs."
  static let insideStep = "a step inside an activity"
  static let nothingRefused = "No callback was refused yet."
  static let numberChosen = "Enter dials."
  static let pasteNowhere = "Pasted text goes to the phone or behind a colon; it presses no keys."
  static let pasteIsNoNumber = "The pasted text is no telephone number."
  static let badSeed = "A seed is a whole number of 0 or more: seed 7"
  static let badKeys = "Keys are 0 to 9, * and #: press 14085267209"

  static let waitsOutside =
    "A flow waits for a real host: time passes like the real one until it answers."

  static func nameTarget(_ targets: [String]) -> String {
    "Whom to transfer to: \(targets.joined(separator: ", "))."
  }

  /// The end of a sentence as a whole one.
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  static func stepped(_ what: String) -> String { "One event: \(what)" }
  /// Says the day as well: a time of day that is over means tomorrow's.
  static func arrived(_ time: SimulationTime) -> String {
    let civil = CivilTime(time)
    return "It is \(civil.clock) on \(civil.weekdayName) \(civil.date); space goes on."
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
    "\(number) is no number of the lab; e shows the numbers."
  }
  static func isReset(_ lab: String) -> String { "\(lab) is as its document says." }
  static func isReloaded(_ findings: Int) -> String {
    let noun = findings == 1 ? "finding" : "findings"
    return "The documents were read again."
      + (findings == 0 ? "" : " \(findings) \(noun): ivr-tui check tells.")
  }
  static func showsCall(_ task: String) -> String { "Rows of \(task) only; c shows all." }
  static func page(_ page: ScreenPop) -> String { "page  \(page.label)  \(page.url)" }
  static func badChoice(_ name: String, _ words: [String]) -> String {
    "\(name) is \(words.joined(separator: ", "))."
  }
  static func question(_ loss: Overlay.Loss) -> [String] {
    let what =
      switch loss {
      case .quit: "quits"
      case .reset, .seed: "starts again"
      case .reload: "reads the documents and starts again"
      }
    return ["A call or a callback is live and will be lost.", "y \(what), any other key stays."]
  }
  static func title(_ loss: Overlay.Loss) -> String {
    loss == .quit ? "Quit?" : "Start again?"
  }
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
    static let reload =
      "Reads flows, lab and prompts again and starts from them; with errors nothing changes."
    static let load = "Robot callers and agents of the lab document come, or go home."
    static let theme = "Changes the colours; safe is for people who see few of them."
    static let borders = "Draws frames with lines or with ASCII characters."
    static let view = "Shows speech as it reads, with its marks, as written, or in words."
    static let mouse = "Turns the mouse on or off."
    static let serve = "Starts the lab's HTTP server on a port, or a free one; off stops it."
    static let seed = "Tells the seed, or starts again with another one."
    static let guardMode = "Sets the guard of the queue shown."
    static let queue = "Shows a queue."
    static let phone = "Shows a phone."
    static let dial = "Dials an entry point or a number."
    static let press = "Presses keys of the phone shown."
    static let answer = "Answers the phone that rings."
    static let hangUp = "Hangs the phone shown up."
    static let confirm = "Confirms what the callback service shows at the phone shown."
    static let answersAs = "Sets what answers at the phone shown when a callback rings."
    static let agent = "Does something at the agent's desk."
    static let hints = "Shows or hides the line of the next useful act."
    static let help = "Shows this list."
    static let quit = "Ends the program at once."
  }
  /// What is wrong with the file of keys and looks.
  enum UserFile {
    static let shape = "A line is NAME = VALUE, with blanks around the =."
    static let hint = "docs/KEYS.md lists the names and tells how keys are written."
    static func unknown(_ name: String, _ hint: String) -> String {
      "There is no setting \"\(name)\"" + (hint.isEmpty ? "." : hint)
    }
    static func badKey(_ word: String, _ hint: String) -> String {
      "There is no key \"\(word)\"" + (hint.isEmpty ? "." : hint)
    }
    static func fixedKey(_ name: String) -> String { "\(name) keeps its meaning." }
    static func boundTwice(_ name: String, _ line: Int) -> String {
      "\(name) has a meaning already, from line \(line)."
    }
  }
}
