import IVRCore

/// Every key of the program.
enum KeyTable {
  static let all = phone + agent + heard + queue + trace + common

  private static let heard: [Binding] =
    [
      Binding(
        [.character("w")], .pane(.heard), label: "why", Strings.Keys.why, .showWhy)
    ] + moving(.heard, Strings.Keys.scroll)

  private static let queue: [Binding] = []

  private static let trace: [Binding] =
    [
      Binding([.enter], .pane(.trace), label: "whole", Strings.Keys.detail, .showDetail),
      Binding([.escape], .pane(.trace), label: "back", Strings.Keys.back, .back),
    ] + moving(.trace, Strings.Keys.select)

  private static func moving(_ pane: Pane, _ description: String) -> [Binding] {
    [
      Binding(
        [.up, .down, .character("k"), .character("j")], .pane(pane), shown: "up down k j",
        description
      ) { key in .move(.lines([.up, .character("k")].contains(key) ? -1 : 1)) },
      Binding([.pageUp, .pageDown], .pane(pane), Strings.Keys.page) { key in
        .move(.lines(key == .pageUp ? -8 : 8))
      },
      Binding([.home, .end], .pane(pane), Strings.Keys.ends) { key in
        .move(key == .home ? .first : .last)
      },
    ]
  }

  private static let common: [Binding] = clock + panes + others

  private static let clock: [Binding] = [
    Binding(
      [.character("n")], .everywhere, label: "next event", Strings.Keys.next, .clock(.next)),
    Binding(
      [.character(" ")], .everywhere, label: "pause", Strings.Keys.pause,
      .clock(.togglePause)),
    Binding([.character(".")], .everywhere, Strings.Keys.step, .clock(.step)),
    Binding([.character("r")], .everywhere, Strings.Keys.run, .openCommandLine("run ")),
    Binding(
      [.character("<"), .character(","), .character(">")], .everywhere, shown: "< > ,",
      label: "speed", Strings.Keys.speed
    ) { key in .clock(key == .character(">") ? .faster : .slower) },
  ]

  private static let panes: [Binding] = [
    Binding(
      (2...6).map(Key.function) + "12345".map(Key.alt), .everywhere,
      shown: "F2..F6 Alt-1..5", Strings.Keys.focus
    ) { key in .focus(pane(of: key)) },
    Binding([.tab, .backTab], .everywhere, Strings.Keys.cycle) { key in
      .focusNext(key == .tab ? 1 : -1)
    },
  ]

  private static func pane(of key: Key) -> Pane {
    switch key {
    case .function(let number): Pane(rawValue: number - 2) ?? .phone
    case .alt(let character):
      Pane(rawValue: (character.wholeNumberValue ?? 1) - 1) ?? .phone
    default: .phone
    }
  }

  private static let others: [Binding] = [
    Binding([.character("g")], .everywhere, Strings.Keys.guardSwitch, .switchGuard),
    Binding(
      [.character("["), .character("]")], .everywhere, Strings.Keys.queues
    ) { key in .nextQueue(key == .character("]") ? 1 : -1) },
    Binding([.character("t")], .everywhere, Strings.Keys.hints, .toggleHints),
    Binding([.character(":")], .everywhere, Strings.Keys.command, .openCommandLine("")),
    Binding(
      [.character("?"), .function(1)], .everywhere, label: "help", Strings.Keys.help, .showHelp),
    Binding([.character("q")], .everywhere, Strings.Keys.quit, .quit),
  ]

  /// Keys that no binding can take away, and those of what lies over the panes, for the help.
  static let fixed: [(shown: String, description: String)] = [
    ("Ctrl-C", Strings.Keys.leave), ("Ctrl-L", Strings.Keys.repaint),
    ("Ctrl-Z", Strings.Keys.suspend),
  ]
  static let overlays: [(shown: String, description: String)] = [
    ("up down k j PgUp PgDn Home End", Strings.Keys.overlayMove),
    ("Enter", Strings.Keys.overlayTake), ("1..9", Strings.Keys.overlayNumber),
    ("Esc q", Strings.Keys.overlayLeave), ("y n", Strings.Keys.overlayAnswer),
    ("Tab", Strings.Keys.overlayComplete), ("up down", Strings.Keys.overlayHistory),
  ]
}
