import IVRCore

/// Every key of the program.
enum KeyTable {
  static let all = phone + agent + heard + queue + trace + common

  private static let heard: [Binding] =
    [
      Binding("why", [.character("w")], .pane(.heard), label: "why", Strings.Keys.why, .showWhy),
      Binding(
        "view", [.character("s")], .pane(.heard), label: "speech", Strings.Keys.speech, .nextView),
    ] + searching(.heard) + moving(.heard, Strings.Keys.scroll)

  private static let queue: [Binding] = searching(.queue) + moving(.queue, Strings.Keys.scrollQueue)

  private static let trace: [Binding] =
    [
      Binding("whole", [.enter], .pane(.trace), label: "whole", Strings.Keys.detail, .showDetail),
      Binding(
        "mine", [.character("c")], .pane(.trace), label: "this call", Strings.Keys.oneCall,
        .toggleOneCall),
    ] + searching(.trace) + moving(.trace, Strings.Keys.select)

  private static func searching(_ pane: Pane) -> [Binding] {
    [
      Binding(
        "filter", [.character("/")], .pane(pane), label: "filter", Strings.Keys.filter, .filter)
    ]
  }

  private static func moving(_ pane: Pane, _ description: String) -> [Binding] {
    [
      Binding(
        [
          ("up", [.up, .character("k")], .move(.lines(-1))),
          ("down", [.down, .character("j")], .move(.lines(1))),
        ], .pane(pane), description),
      Binding(
        [
          ("page-up", [.pageUp], .move(.lines(-8))),
          ("page-down", [.pageDown], .move(.lines(8))),
        ], .pane(pane), Strings.Keys.page),
      Binding(
        [("first", [.home], .move(.first)), ("last", [.end], .move(.last))], .pane(pane),
        Strings.Keys.ends),
    ]
  }

  private static let common: [Binding] = leaving + clock + panes + others

  private static let leaving: [Binding] = [
    Binding(
      "back", [.escape], .everywhere, label: "back", Strings.Keys.back,
      when: { $0.canGoBack ? .available : .disabled(Strings.Keys.nothingToLeave) }, .back)
  ]

  private static let clock: [Binding] = [
    Binding(
      "next-event", [.character("n")], .everywhere, label: "next event", Strings.Keys.next,
      .clock(.next)),
    Binding(
      "pause", [.character(" ")], .everywhere, label: "pause", Strings.Keys.pause,
      .clock(.togglePause)),
    Binding("step", [.character(".")], .everywhere, Strings.Keys.step, .clock(.step)),
    Binding("run", [.character("r")], .everywhere, Strings.Keys.run, .openCommandLine("run ")),
    Binding(
      [
        ("slower", [.character("<"), .character(",")], .clock(.slower)),
        ("faster", [.character(">")], .clock(.faster)),
      ], .everywhere, label: "speed", Strings.Keys.speed),
  ]

  private static let panes: [Binding] = [
    Binding(
      Pane.allCases.map { pane in
        let alt = Character(String(pane.rawValue + 1))
        return (pane.name.lowercased(), [.function(pane.functionKey), .alt(alt)], .focus(pane))
      }, .everywhere, written: "F2..F6 Alt-1..5", Strings.Keys.focus),
    Binding(
      [("next-pane", [.tab], .focusNext(1)), ("previous-pane", [.backTab], .focusNext(-1))],
      .everywhere, Strings.Keys.cycle),
    Binding("zoom", [.character("z")], .everywhere, label: "zoom", Strings.Keys.zoom, .zoom),
  ]

  private static let others: [Binding] = [
    Binding("guard", [.character("g")], .everywhere, Strings.Keys.guardSwitch, .switchGuard),
    Binding(
      [
        ("previous-queue", [.character("[")], .nextQueue(-1)),
        ("next-queue", [.character("]")], .nextQueue(1)),
      ], .everywhere, Strings.Keys.queues),
    Binding(
      "board", [.character("b")], .everywhere, label: "board", Strings.Keys.board, .showBoard),
    Binding("faults", [.character("!")], .everywhere, Strings.Keys.faults, .showFaults),
    Binding("toggle-hints", [.character("T")], .everywhere, Strings.Keys.hints, .toggleHints),
    Binding("toggle-mouse", [.character("m")], .everywhere, Strings.Keys.mouse, .toggleMouse),
    Binding("serve", [.character("S")], .everywhere, Strings.Keys.serve, .toggleServer),
    Binding(
      "command", [.character(":")], .everywhere, Strings.Keys.command, .openCommandLine("")),
    Binding(
      "help", [.character("?"), .function(1)], .everywhere, label: "help", Strings.Keys.help,
      .showHelp),
    Binding("quit", [.character("q")], .everywhere, Strings.Keys.quit, .quit),
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
