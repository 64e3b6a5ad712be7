import IVRAdapters
import IVRCore

/// The loop: waits, reacts, draws.
///
/// It wakes for keys, for the next event of the engine in real time, for the next second of a clock
/// that runs, and for a key's light to go out; and for nothing else.
struct Runtime {
  private var state: AppState
  private let terminal: any Terminal
  private let loop: EventLoop
  private let server: LabServer
  /// Reads the documents again.
  private let load: () -> (world: World?, findings: [Diagnostic])
  private var shown: Screen?
  private var lastDrawing: Int64 = .min / 2
  /// Whether a picture has to wait for its turn.
  private var isDrawingDue = false

  /// Milliseconds between two drawings: 30 a second.
  private static let frame: Int64 = 33
  /// Milliseconds of engine steps between two looks at the keyboard.
  private static let budget: Int64 = 8

  init(
    _ state: AppState, terminal: any Terminal, wake: WakeSignal,
    outgoing: OutgoingOptions = OutgoingOptions(),
    load: @escaping () -> (world: World?, findings: [Diagnostic])
  ) {
    self.state = state
    self.terminal = terminal
    self.load = load
    loop = EventLoop(terminal: terminal.descriptor, wake: wake)
    server = LabServer(wake: wake, outside: Outside(wake: wake, outgoing))
  }

  /// Runs until the user leaves or the terminal is gone.
  mutating func run() {
    state.realNow = MonotonicClock.now
    defer { server.end(&state, wake: loop.wake) }
    while true {
      server.send(&state)
      draw()
      _ = loop.wait(until: deadline)
      catchUp()
      _ = server.receive(&state)
      for event in terminal.nextEvents() {
        for command in update(&state, .input(event)) {
          if command == .quit { return }
          perform(command)
        }
      }
    }
  }

  private mutating func perform(_ command: Command) {
    switch command {
    case .quit, .wait: break
    case .repaint: terminal.repaint()
    case .reload:
      let loaded = load()
      _ = update(&state, .reloaded(loaded.world, loaded.findings))
      server.names.take(state.lab)
    case .serve(let port):
      var options = HTTPServerOptions()
      options.port = port
      // Without a certificate the rest is served all the same.
      let secure = try? SecureService.needed(by: state.lab, host: nil)
      let token = server.isServing ? nil : FreshToken()
      let started = server.start(options, secure: secure?.options, state)
      state.service.secureAddress = server.secureAddress
      state.service.certificatePath = server.secureAddress == nil ? nil : secure?.certificatePath
      _ = update(&state, .serving(started, token: token?.text))
    case .stopServing:
      server.stop()
      state.say(Strings.Service.stops)
    }
  }

  private mutating func catchUp() {
    let start = MonotonicClock.now
    repeat {
      _ = update(&state, .tick(MonotonicClock.now))
    } while state.isBehind && MonotonicClock.now - start < Self.budget
  }

  private mutating func draw() {
    let now = MonotonicClock.now
    isDrawingDue = now - lastDrawing < Self.frame
    if isDrawingDue { return }
    let screen = view(state)
    lastDrawing = now
    terminal.use(state.looks)
    guard screen != shown else { return }
    terminal.present(screen)
    shown = screen
  }

  /// When to look again, at the latest.
  private var deadline: Int64? {
    var times: [Int64] = []
    if state.isBehind { times.append(MonotonicClock.now) }
    if state.clock.isMoving {
      if let next = state.nextEventTime { times.append(state.clock.real(of: next)) }
      let second = state.now.advanced(by: 1_000 - state.now.milliseconds % 1_000)
      times.append(max(state.clock.real(of: second), lastDrawing + Self.frame))
    }
    times += [state.lit?.end, state.notice?.end, state.demoDeadline, state.service.newsTime]
      .compactMap { $0 }
    if isDrawingDue { times.append(lastDrawing + Self.frame) }
    return times.min()
  }
}
