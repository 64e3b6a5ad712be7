import CNcurses
import Glibc
import IVRAdapters

/// Brings the terminal back whatever ends the program.
///
/// Crash signals (ILL, TRAP, ABRT, SEGV, BUS, FPE, QUIT, SYS) restore screen and modes, add a line to the
/// crash note, and end the process by the same signal. TERM, HUP, INT and the rest that end a process
/// by default first ask: the terminal then reports `closed`, and only a program that does not end within three seconds, or is asked
/// again, is ended. The handlers are C in the shim, which calls async-signal-safe functions only;
/// their state is private to this file's object, so nothing else may call them, and no function here
/// may be inlined elsewhere.
enum TerminalGuard {
  /// Notes how the terminal was found and installs the handlers.
  @inline(never)
  static func install(descriptor: Int32, wake: WakeSignal?, crashNote: String?) {
    cn_guard_prepare(descriptor, wake?.writeDescriptor ?? -1, crashNote)
    // An open picture, mouse reports and marked pastes first: the other strings come from the terminal's own
    // description.
    cn_guard_add_bytes("\u{1B}[?2026l\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l")
    cn_guard_add_bytes(BracketedPaste.refusal)
    for name in ["rmkx", "sgr0", "op", "cnorm", "rmcup"] {
      cn_guard_add_bytes(cn_capability(name))
    }
    // Without a second screen to leave, the picture must not stay under the shell's lines.
    if cn_capability("rmcup") == nil { cn_guard_add_bytes(cn_capability("clear")) }
    cn_guard_install()
  }

  /// Takes over the two signals curses catches when it starts.
  @inline(never)
  static func installOverCurses() {
    cn_guard_install_over_curses()
  }

  /// Removes the handlers and sets the terminal's modes as they were found.
  @inline(never)
  static func uninstall() {
    cn_guard_uninstall()
  }

  /// The signal that asked the program to end.
  static var requestedSignal: Int32? {
    @inline(never) get {
      let signal = cn_guard_requested()
      return signal == 0 ? nil : signal
    }
  }

  /// Ends the process by the signal that asked for it, if one did; call it last of all.
  @inline(never)
  static func endAsRequested() {
    guard let requestedSignal else { return }
    signal(requestedSignal, SIG_DFL)
    raise(requestedSignal)
  }

  /// Whether SIGTSTP came since the last question.
  @inline(never)
  static func takeSuspendRequest() -> Bool {
    cn_guard_take_suspend() != 0
  }

  /// Stops the process until it is continued; false when it must not stop.
  @inline(never)
  static func stopProcess() -> Bool {
    cn_guard_stop() != 0
  }
}
