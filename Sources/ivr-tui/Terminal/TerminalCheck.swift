import Foundation
import IVRAdapters

/// A hidden screen that shows what the terminal layer receives, for tests of it: `--terminal-check`.
struct TerminalCheck {
  private var lines: [String] = []
  private var ticks = 0
  private var showsCursor = false
  private var hasMouse = false

  /// Runs until `q`; answers the exit code.
  static func run() -> Int32 {
    do {
      let wake = try WakeSignal.open()
      let note = getenv("IVR_CRASH_NOTE").map { String(cString: $0) }
      let terminal = try CursesTerminal.open(.init(wake: wake, crashNote: note))
      var check = TerminalCheck()
      check.loop(terminal, wake: wake)
      terminal.leave()
      TerminalGuard.endAsRequested()
      return 0
    } catch {
      FileHandle.standardError.write(Data("ivr-tui: \(error.message)\n".utf8))
      return 4
    }
  }

  private mutating func loop(_ terminal: CursesTerminal, wake: WakeSignal) {
    let loop = EventLoop(terminal: terminal.descriptor, wake: wake)
    let mailbox = Mailbox<String>(wake: wake)
    while true {
      terminal.present(view(size: terminal.size))
      _ = loop.wait(until: nil)
      lines += mailbox.drain()
      for event in terminal.nextEvents() {
        if event == .closed || event == .key(.character("q")) { return }
        handle(event, terminal, mailbox)
      }
    }
  }

  private mutating func handle(
    _ event: InputEvent, _ terminal: CursesTerminal, _ mailbox: Mailbox<String>
  ) {
    switch event {
    case .key(.character("!")): preconditionFailure("the check was asked to crash")
    case .key(.character("^")): lines.append("depth \(Self.overflow(1))")
    case .key(.character("#")): while true { pause() }
    case .key(.character("x")): exit(3)
    case .key(.character("t")): ticks += 1
    case .key(.character("u")): showsCursor.toggle()
    case .key(.control("l")): terminal.repaint()
    case .key(.character("m")):
      hasMouse.toggle()
      terminal.setMouse(hasMouse)
      lines.append("mouse \(hasMouse)")
    case .key(.character("p")):
      Thread.detachNewThread { mailbox.post("posted from a thread") }
    default: lines.append("\(event)")
    }
  }

  private func view(size: Size) -> Screen {
    var screen = Screen(size: size)
    screen.box(
      screen.bounds, title: "Terminal check", isHeavy: true,
      style: Style(.focusBorder))
    let room = screen.bounds.inset().inset(horizontal: 1, vertical: 0)
    let facts: [(String, StyleRole)] = [
      ("size \(size.width)x\(size.height)", .good),
      ("wide 中文 e\u{301} 한 \u{1B}[31m", .warning), ("", .text),
    ]
    let shown = lines.suffix(max(0, room.height - facts.count))
    let rows = facts + shown.map { ($0, .text) }
    for (index, row) in rows.prefix(room.height).enumerated() {
      let isLast = index == rows.count - 1 && !shown.isEmpty
      let place = Point(x: room.x, y: room.y + index)
      screen.put(row.0, at: place, width: room.width, style: Style(isLast ? .selection : row.1))
    }
    screen.put("ticks \(ticks % 10)", at: Point(x: 20, y: 1), width: room.width - 18)
    if showsCursor { screen.cursor = Point(x: 2, y: 3) }
    return screen
  }

  /// Uses up the stack.
  @inline(never)
  private static func overflow(_ depth: Int) -> Int {
    depth < 0 ? depth : 1 + overflow(depth + 1)
  }
}
