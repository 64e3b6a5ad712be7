import Foundation
import Glibc
import IVRAdapters
import IVRCore

/// `serve`: the lab's APIs without a terminal, in real time.
struct ServeCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Serves until it is asked to stop; answers the exit code.
  func run() -> Int32 {
    let loaded = WorldFolder(
      root: LabRoot.find(arguments.root), realHosts: arguments.outgoing.hosts
    ).load()
    guard var world = loaded.world?.seeded(arguments.seed) else {
      Output.findings(loaded.findings)
      return ExitCode.document
    }
    world.lab.startTime = SimulationTime(milliseconds: MonotonicClock.calendar)
    for place in world.lab.phones.indices where world.lab.phones[place].answersAfter == nil {
      world.lab.phones[place].answersAfter = Self.ringing
    }
    guard let options = options() else { return ExitCode.document }
    do {
      return serve(world, options, wake: try WakeSignal.open())
    } catch {
      Output.error("ivr-tui: \(error.message)")
      return ExitCode.terminal
    }
  }

  /// How long phones ring before they are answered, since nobody is there to do it, in milliseconds.
  private static let ringing: Int64 = 4_000

  /// Where to listen; nil where certificate or key cannot be read, which is told.
  private func options() -> HTTPServerOptions? {
    var options = HTTPServerOptions()
    options.host = arguments.service.host ?? options.host
    options.port = arguments.service.port ?? 0
    if let rate = arguments.service.rateLimit { options.limits.setRate(rate) }
    if let seconds = arguments.service.patience { options.limits.setPatience(seconds) }
    guard let certificate = arguments.service.certificate, let key = arguments.service.key else {
      return options
    }
    guard let text = Self.text(of: certificate), let secret = Self.text(of: key) else { return nil }
    options.certificate = HTTPCertificate(certificate: text, key: secret)
    return options
  }

  private static func text(of file: String) -> String? {
    switch TextFile.read(file) {
    case .success(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .failure(let fault):
      Output.findings([fault.finding])
      return nil
    }
  }

  private func serve(_ world: World, _ options: HTTPServerOptions, wake: WakeSignal) -> Int32 {
    let signals = EndSignals(wake: wake)
    var state = AppState(world: world, size: AppLayout.full)
    state.realNow = MonotonicClock.now
    state.clock.begin()
    state.anchorClock()
    let outside = Outside(wake: wake, arguments.outgoing.options)
    let server = LabServer(wake: wake, outside: outside)
    server.names.add(arguments.service.names)
    let secure = options.certificate == nil ? secure(world.lab, options.limits) : nil
    let token = FreshToken()
    state.service.token = token.hash
    switch server.start(options, secure: secure?.options, state) {
    case .failure(let error):
      Output.error("ivr-tui: \(error.message)")
      return ExitCode.terminal
    case .success(let address):
      let told = secureLine(server, options, world.lab, secure)
      let lines = Strings.Service.greeting(address, world.lab, secure: told, token: token.text)
      for line in lines { Output.line(line) }
      fflush(nil)
    }
    let loop = EventLoop(terminal: -1, wake: wake)
    while server.isRunning {
      if signals.takeOne() { server.stop() }
      server.send(&state)
      _ = loop.wait(until: deadline(state))
      repeat { _ = update(&state, .tick(MonotonicClock.now)) } while state.isBehind
      for access in server.receive(&state) { Output.error(access.line) }
    }
    return ExitCode.done
  }

  /// The server over TLS beside the plain one; nil where the lab needs none or none can be had,
  /// which is told.
  private func secure(_ lab: Lab, _ limits: HTTPLimits) -> SecureService? {
    do {
      var secure = try SecureService.needed(by: lab, host: arguments.service.host)
      secure?.options.port = arguments.service.securePort ?? 0
      secure?.options.limits = limits
      return secure
    } catch {
      Output.error(Strings.Service.noHTTPS(error.message))
      return nil
    }
  }

  /// Where the web callback of 8x8 is; nil where the lab has none.
  private func secureLine(
    _ server: LabServer, _ options: HTTPServerOptions, _ lab: Lab, _ secure: SecureService?
  ) -> String? {
    guard !lab.webCallbackTenants.isEmpty else { return nil }
    let own = options.certificate == nil ? nil : server.address
    return (own ?? server.secureAddress).map {
      Strings.Service.secure($0, secure?.certificatePath)
    }
  }

  /// The next event, at most a second ahead: a clock that was not looked at for longer stands still.
  private func deadline(_ state: AppState) -> Int64 {
    let next = state.engine.nextEventTime.map { state.clock.real(of: $0) } ?? .max
    return min(next, state.realNow + 1_000, state.service.newsTime ?? .max)
  }
}

/// SIGINT and SIGTERM as something to ask for; a second one ends the process at once.
nonisolated struct EndSignals: Sendable {
  private let mailbox: Mailbox<Int32>

  /// Takes the signals from here on; before other threads start, which inherit the mask.
  init(wake: WakeSignal) {
    mailbox = Mailbox(wake: wake)
    signal(SIGPIPE, SIG_IGN)
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM] { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let mailbox = mailbox
    let waited = set
    Thread.detachNewThread {
      var number: Int32 = 0
      var set = waited
      guard sigwait(&set, &number) == 0 else { return }
      mailbox.post(number)
      _ = sigwait(&set, &number)
      _exit(128 + number)
    }
  }

  /// Whether one has come since the last question.
  func takeOne() -> Bool { !mailbox.drain().isEmpty }
}
