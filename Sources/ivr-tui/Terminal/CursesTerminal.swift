import CNcurses
import Glibc
import IVRAdapters

/// The real terminal, through ncurses.
///
/// Input is read with curses, in raw mode, so that Ctrl-C is a key; Ctrl-Z is handled here. Every
/// picture is drawn as the cells that differ, with one update, and nothing is ever cleared first.
final class CursesTerminal: Terminal {
  private(set) var size: Size
  let descriptor: Int32

  private let output: UnsafeMutablePointer<FILE>
  private let input: UnsafeMutablePointer<FILE>
  private let screen: OpaquePointer
  /// Keys are read from a pad: reading from a window would draw that window first.
  private let keys: UnsafeMutablePointer<WINDOW>
  private var painter: CursesPainter
  private let colors: ColorSupport
  private let isUTF8: Bool
  private var themeName: String
  private var hasMouse: Bool
  private var decoder = KeyDecoder()
  private var shown: Screen?
  private let takesPrivateModes: Bool
  private var isOpen = true
  private var isClosed = false

  /// What the opener may choose.
  struct Options {
    var theme = Theme.standard
    var mouse = false
    /// Woken when a signal comes, so that a waiting loop looks.
    var wake: WakeSignal?
    /// A file that a crash adds a line to.
    var crashNote: String?
  }

  /// Takes over the terminal of standard input and output.
  ///
  /// - Throws: `TerminalError` when there is none or it cannot be drawn on; nothing was written then.
  static func open(_ options: Options = Options()) throws(TerminalError) -> CursesTerminal {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw TerminalError(.notATerminal)
    }
    try checkType()
    return try CursesTerminal(options)
  }

  /// Asks terminfo first: newterm and initscr would end the process with a message of their own.
  private static func checkType() throws(TerminalError) {
    guard let type = getenv("TERM").map({ String(cString: $0) }), !type.isEmpty else {
      throw TerminalError(.missingType)
    }
    var answer: Int32 = 0
    let isKnown = setupterm(type, STDOUT_FILENO, &answer) == OK && answer == 1
    guard isKnown else { throw TerminalError(.unknownType(type)) }
    guard cn_capability("cup") != nil else { throw TerminalError(.cannotDraw(type)) }
  }

  private init(_ options: Options) throws(TerminalError) {
    let isUTF8 = Self.setLocale()
    guard let output = fdopen(dup(STDOUT_FILENO), "w"), let input = fdopen(dup(STDIN_FILENO), "r")
    else { throw TerminalError(.system("fdopen", errno)) }
    self.output = output
    self.input = input
    descriptor = fileno(input)
    // The size is the terminal's; curses would believe a stale value from the environment.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    TerminalGuard.install(
      descriptor: fileno(output), wake: options.wake, crashNote: options.crashNote)
    guard let screen = newterm(nil, output, input), let keys = newpad(1, 1) else {
      TerminalGuard.uninstall()
      throw TerminalError(.cannotDraw(String(cString: termname())))
    }
    self.screen = screen
    self.keys = keys
    takesPrivateModes = Self.takesPrivateModes(String(cString: termname()))
    TerminalGuard.installOverCurses()
    colors = Self.startColors()
    self.isUTF8 = isUTF8
    themeName = options.theme.name
    hasMouse = options.mouse
    painter = CursesPainter(
      window: cn_stdscr(), theme: options.theme, colors: colors, isUTF8: isUTF8)
    size = Size(width: Int(cn_columns()), height: Int(cn_rows()))
    configure(mouse: options.mouse)
  }

  /// Takes the user's characters, else UTF-8 in the C locale; answers whether they are UTF-8.
  private static func setLocale() -> Bool {
    setlocale(LC_CTYPE, "")
    if cn_locale_is_utf8() == 0 { setlocale(LC_CTYPE, "C.UTF-8") }
    return cn_locale_is_utf8() != 0
  }

  private static func startColors() -> ColorSupport {
    let noColor = getenv("NO_COLOR").map { String(cString: $0) }
    // Starting colours already sends a sequence, so ask terminfo alone before.
    let most = has_colors() ? Int(tigetnum("colors")) : 0
    let colors = ColorSupport(colors: most, noColor: noColor)
    guard colors != .none, start_color() == OK, use_default_colors() == OK else { return .none }
    return colors
  }

  private func configure(mouse: Bool) {
    raw()
    noecho()
    nonl()
    // Half-drawn pictures while keys are typed help nobody.
    typeahead(-1)
    intrflush(cn_stdscr(), false)
    keypad(keys, true)
    nodelay(keys, true)
    leaveNumberPad()
    if getenv("ESCDELAY") == nil { set_escdelay(Self.escapeDelay) }
    // The decoder reads the mouse's reports itself.
    keyok(KEY_MOUSE, false)
    setMouse(mouse)
    markPastes(true)
  }

  /// Milliseconds that the rest of an escape sequence may be late.
  private static let escapeDelay: Int32 = 25

  /// Leaves the number pad to `KeyDecoder`: terminal descriptions make cursor and function keys of
  /// it, each another one, while here it dials.
  private func leaveNumberPad() {
    for letter in "jklmnopqrstuvwxy" {
      let code = key_defined("\u{1B}O\(letter)")
      if code > 0 { keyok(code, false) }
    }
  }

  /// Turns mouse reports on or off; off leaves the terminal's own text selection alone.
  func setMouse(_ isOn: Bool) {
    hasMouse = isOn
    listen(isOn)
  }

  private func listen(_ isOn: Bool) {
    if takesPrivateModes { send(isOn ? MouseEvent.request : MouseEvent.refusal) }
  }

  private func markPastes(_ isOn: Bool) {
    if takesPrivateModes { send(isOn ? BracketedPaste.request : BracketedPaste.refusal) }
  }

  /// Writes a sequence that curses does not know; curses has written all it holds whenever this is
  /// called.
  private func send(_ sequence: String) {
    sequence.withCString { _ = write(fileno(output), $0, sequence.utf8.count) }
  }

  func use(_ looks: Looks) {
    guard isOpen else { return }
    if looks.hasMouse != hasMouse { setMouse(looks.hasMouse) }
    guard looks.theme.name != themeName else { return }
    themeName = looks.theme.name
    painter = CursesPainter(
      window: cn_stdscr(), theme: looks.theme, colors: colors, isUTF8: isUTF8)
    guard let last = shown else { return }
    shown = nil
    present(last)
  }

  func present(_ screen: Screen) {
    guard isOpen, screen != shown else { return }
    let diff = ScreenDiff(from: shown, to: screen)
    let isLarge = diff.cellCount > Self.smallUpdate
    if isLarge { mark(.begin) }
    // A cursor that runs over the screen is seen only in updates larger than a line or two.
    let hides = screen.cursor != nil && diff.cellCount > 200
    if hides || screen.cursor == nil { curs_set(0) }
    for run in diff.runs { painter.draw(run) }
    leaveok(cn_stdscr(), screen.cursor == nil)
    if let cursor = screen.cursor { wmove(cn_stdscr(), Int32(cursor.y), Int32(cursor.x)) }
    wnoutrefresh(cn_stdscr())
    doupdate()
    if screen.cursor != nil { curs_set(1) }
    if isLarge { mark(.end) }
    shown = screen
  }

  func repaint() {
    guard isOpen else { return }
    mark(.begin)
    clearok(cn_curscr(), true)
    wrefresh(cn_curscr())
    mark(.end)
  }

  private enum FrameMark: String {
    case begin = "\u{1B}[?2026h"
    case end = "\u{1B}[?2026l"
  }

  /// Cells that one write shows at once anyway, such as a clock's.
  private static let smallUpdate = 16

  /// Tells the terminal where a picture begins and ends, so that it is never seen half drawn.
  ///
  /// Source: Synchronized Output (DEC private mode 2026); terminals without it ignore the mode.
  private func mark(_ mark: FrameMark) {
    if takesPrivateModes { send(mark.rawValue) }
  }

  /// Whether it is a kind of terminal that is known to take private modes.
  private static func takesPrivateModes(_ type: String) -> Bool {
    let kinds = ["xterm", "tmux", "screen", "alacritty", "kitty", "foot", "wezterm", "ghostty"]
    return kinds.contains { type.hasPrefix($0) }
  }

  func leave() {
    guard isOpen else { return }
    isOpen = false
    setMouse(false)
    markPastes(false)
    curs_set(1)
    flushinp()
    if cn_capability("rmcup") == nil {
      werase(cn_stdscr())
      wrefresh(cn_stdscr())
    }
    endwin()
    TerminalGuard.uninstall()
    delwin(keys)
    delscreen(screen)
    fclose(output)
    fclose(input)
  }
}

// MARK: Input

extension CursesTerminal {
  func nextEvents() -> [InputEvent] {
    guard isOpen, !isClosed else { return [.closed] }
    var events: [InputEvent] = []
    if TerminalGuard.takeSuspendRequest() { events += suspend() }
    while let read = read() { events += handle(read) }
    // The end of a sequence may still be on its way over a slow line.
    while decoder.isPending, let read = readLate() { events += handle(read) }
    events += decoder.flush().map(InputEvent.key)
    isClosed = TerminalGuard.requestedSignal != nil || isHungUp()
    return isClosed ? events + [.closed] : events
  }

  private enum Read {
    case byte(UInt8)
    case code(Int32)
  }

  /// Reads bytes and not wide characters: there curses drops a character that comes in two pieces,
  /// and with a byte that is no character all that follows it.
  private func read() -> Read? {
    let value = wgetch(keys)
    guard value != ERR else { return nil }
    return UInt8(exactly: value).map(Read.byte) ?? .code(value)
  }

  private func readLate() -> Read? {
    wtimeout(keys, Self.escapeDelay)
    defer { nodelay(keys, true) }
    return read()
  }

  private func handle(_ read: Read) -> [InputEvent] {
    switch read {
    case .code(KEY_RESIZE):
      return resized()
    case .code(let code):
      return Key(cursesCode: code).map { pass(decoder.feed($0)) } ?? []
    case .byte(let byte):
      let events = pass(decoder.feed(byte))
      let reports = decoder.takeReport().map { hasMouse ? [InputEvent.mouse($0)] : [] } ?? []
      return events + reports + (decoder.takePaste().map { [.paste($0)] } ?? [])
    }
  }

  private func pass(_ keys: [Key]) -> [InputEvent] {
    keys.flatMap { $0 == .control("z") ? suspend() : [.key($0)] }
  }

  /// After a change of size the terminal holds whatever it made of the old picture.
  private func resized() -> [InputEvent] {
    let new = Size(width: Int(cn_columns()), height: Int(cn_rows()))
    shown = nil
    guard new != size else {
      repaint()
      return []
    }
    size = new
    return [.resized(new)]
  }

  private func suspend() -> [InputEvent] {
    listen(false)
    markPastes(false)
    curs_set(1)
    flushinp()
    endwin()
    let stopped = TerminalGuard.stopProcess()
    // Nobody told us of changes while another program had the terminal.
    var rows: Int32 = 0
    var columns: Int32 = 0
    if stopped, cn_window_size(descriptor, &rows, &columns) != 0 { resize_term(rows, columns) }
    listen(hasMouse)
    markPastes(true)
    repaint()
    if shown?.cursor == nil { curs_set(0) }
    let new = Size(width: Int(cn_columns()), height: Int(cn_rows()))
    return new == size ? [] : resized()
  }

  private func isHungUp() -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, 0) > 0 else { return false }
    let isGone = polled.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
    // Readable without a byte to read is the end of the file.
    return isGone || cn_waiting_bytes(descriptor) == 0
  }
}
