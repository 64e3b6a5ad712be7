import IVRAdapters
import IVRCore
import IVRLanguages

/// What the words of the command line ask for.
///
/// Read here and not by `getopt_long`: that keeps its place in mutable globals, which Swift 6 does
/// not let pass, knows nothing of commands, and cannot say which option was meant.
struct Arguments: Equatable {
  /// The commands.
  enum Command: String, CaseIterable {
    /// The interactive lab.
    case run
    /// Scenarios without a screen.
    case play
    /// The findings of documents.
    case check
    /// A story that plays itself.
    case demo
    /// One script under each duplicate policy.
    case policies
    /// Expressions of the small languages.
    case eval
    /// The load of the lab without a screen.
    case simulate
    /// The lab's APIs over HTTP, without a terminal.
    case serve
    /// A token for the lab document.
    case token
  }

  /// Where `serve` listens.
  struct Service: Equatable {
    var host: String?
    var port: UInt16?
    /// The port of the server over TLS beside the plain one.
    var securePort: UInt16?
    /// Files in PEM form, both or none.
    var certificate: String?
    var key: String?
    /// Names by which clients may call the server.
    var names: Set<String> = []
    /// Requests of a client in a second; 0 for any number.
    var rateLimit: Int?
    /// How long clients may take, in seconds.
    var patience: Int?
  }

  /// Where requests may go that leave the program.
  struct Outgoing: Equatable {
    /// The hosts that were named.
    var hosts: [RealHost] = []
    /// The file of the certificates that are trusted, where it was named.
    var certificates: String?

    /// How they are sent.
    var options: OutgoingOptions {
      var options = OutgoingOptions()
      options.certificates = certificates
      return options
    }
  }

  /// What is done; the lab where nothing is said.
  var command = Command.run
  /// The files, in order.
  var files: [String] = []
  /// The folder that holds `Flows` and `Prompts`, where it was named.
  var root: String?
  /// The seed that replaces the lab's.
  var seed: UInt64?
  /// How many callbacks wait at the start.
  var waiting = 0
  /// What requests get that nobody answers, where it was named.
  var unmocked: UnmockedAnswer?
  /// What `simulate` is asked for.
  var simulation = SimulationRequest()
  /// Whether `play` shows the raw trace.
  var showsTrace = false
  /// The file with keys and looks, where it was named.
  var settings: String?
  /// The theme, where it was named.
  var theme: Theme?
  /// Whether frames are drawn with ASCII characters.
  var wantsASCII = false
  /// Whether the mouse is left to the terminal.
  var wantsNoMouse = false
  /// Whether the lab speaks in lines and draws no screen.
  var isPlain = false
  /// Where `serve` listens, as far as it was said.
  private(set) var service = Service()
  /// Where requests may go that leave the program.
  private(set) var outgoing = Outgoing()
  /// What `token` is asked for.
  private(set) var token = TokenRequest()
  /// What `eval` is asked for; `nil` with every other command.
  private(set) var evaluation: EvalRequest?
  private var evalOptions: [Option: String] = [:]
  /// Whether the version is all that is wanted.
  var wantsVersion = false
  /// Whether the help text is all that is wanted.
  var wantsHelp = false
  /// Whether the hidden check of the terminal is wanted.
  var wantsTerminalCheck = false

  /// Reads the words after the program's name.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var hasCommand = false
    var areFiles = false
    while let word = rest.popFirst() {
      if areFiles || !word.hasPrefix("-") || word == "-" {
        if hasCommand { files.append(word) } else { try take(command: word) }
        hasCommand = true
      } else if word == "--" {
        areFiles = true
      } else {
        try take(option: word, &rest)
      }
    }
    try check()
  }

  private mutating func take(command word: String) throws(UsageError) {
    guard let command = Command(rawValue: word) else {
      throw UsageError(CommandStrings.unknownCommand(word))
    }
    self.command = command
  }

  private mutating func take(
    option word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = Option.named(name) else {
      throw UsageError(CommandStrings.unknownOption(name))
    }
    var value = parts.count > 1 ? String(parts[1]) : nil
    if option.takesValue {
      value = value ?? rest.popFirst()
      guard value != nil else { throw UsageError(CommandStrings.missingValue(option)) }
    } else if value != nil {
      throw UsageError(CommandStrings.needlessValue(option))
    }
    try apply(option, value ?? "")
  }

  private mutating func apply(_ option: Option, _ value: String) throws(UsageError) {
    switch option {
    case .root: root = value
    case .seed:
      guard let number = UInt64(value) else { throw UsageError(CommandStrings.badSeed(value)) }
      seed = number
    case .unmocked:
      guard let answer = UnmockedAnswer(rawValue: value) else {
        throw UsageError(CommandStrings.badUnmocked(value))
      }
      unmocked = answer
    case .waiting:
      guard let number = Int(value), (0...100_000).contains(number) else {
        throw UsageError(CommandStrings.badWaiting(value))
      }
      waiting = number
    case .hours, .replications, .format: try simulation.apply(option, value)
    case .settings: settings = value
    case .theme:
      guard let theme = Theme.named(value) else { throw UsageError(CommandStrings.badTheme(value)) }
      self.theme = theme
    case .ascii: wantsASCII = true
    case .noMouse: wantsNoMouse = true
    case .context, .dialect, .schema, .variables, .values, .now, .view, .region:
      evalOptions[option] = value
    case .port:
      guard let port = UInt16(value) else {
        throw UsageError(CommandStrings.badPort(value, option))
      }
      service.port = port
    case .securePort:
      guard let port = UInt16(value) else {
        throw UsageError(CommandStrings.badPort(value, option))
      }
      service.securePort = port
    case .host: service.host = value
    case .allowHost, .allowPrivateHost:
      let host = RealHost(value, isPrivate: option == .allowPrivateHost)
      guard host.isWellFormed else { throw UsageError(CommandStrings.badHost(value, option)) }
      outgoing.hosts.append(host)
    case .trust: outgoing.certificates = value
    case .serverName: service.names.insert(value.lowercased())
    case .rateLimit:
      guard let number = value == "off" ? 0 : Int(value), value == "off" || number > 0,
        number <= 1_000_000
      else { throw UsageError(CommandStrings.badRateLimit(value)) }
      service.rateLimit = number
    case .patience:
      guard let seconds = Int(value), (1...600).contains(seconds) else {
        throw UsageError(CommandStrings.badPatience(value))
      }
      service.patience = seconds
    case .scopes, .agent, .organisation: try token.apply(option, value)
    case .certificate: service.certificate = value
    case .key: service.key = value
    case .trace: showsTrace = true
    case .plain: isPlain = true
    case .version: wantsVersion = true
    case .help: wantsHelp = true
    case .terminalCheck: wantsTerminalCheck = true
    }
  }

  private mutating func check() throws(UsageError) {
    if wantsHelp || wantsVersion || wantsTerminalCheck { return }
    switch command {
    case .play where files.isEmpty: throw UsageError(CommandStrings.noScenario)
    case .run where files.count > 1: throw UsageError(CommandStrings.tooManyFlows(files[1]))
    case .policies where files.count != 1: throw UsageError(CommandStrings.onePolicyScript)
    case .demo where files.count > 1: throw UsageError(CommandStrings.tooManyDemos(files[1]))
    case .play where isPlain, .check where isPlain, .eval where isPlain, .policies where isPlain,
      .serve where isPlain, .token where isPlain:
      throw UsageError(CommandStrings.onlyLab)
    case .simulate where files.count > 1:
      throw UsageError(CommandStrings.tooManyLabs(files[1]))
    case .simulate where isPlain: throw UsageError(CommandStrings.onlyLab)
    case .serve where !files.isEmpty, .token where !files.isEmpty:
      throw UsageError(CommandStrings.needlessFile(files[0], command))
    case .eval: evaluation = try EvalRequest(words: files, options: evalOptions)
    default: break
    }
    if command != .simulate, simulation != SimulationRequest() {
      throw UsageError(CommandStrings.onlySimulate)
    }
    if command != .eval, let option = Option.ofEval.first(where: { evalOptions[$0] != nil }) {
      throw UsageError(CommandStrings.onlyEval(option))
    }
    if ![.run, .play, .serve].contains(command), outgoing != Outgoing() {
      throw UsageError(CommandStrings.onlyCalling)
    }
    if command != .token, token != TokenRequest() { throw UsageError(CommandStrings.onlyToken) }
    if command != .serve, service != Service() { throw UsageError(CommandStrings.onlyServe) }
    if (service.certificate == nil) != (service.key == nil) {
      throw UsageError(CommandStrings.certificateAndKey)
    }
    let concernsScreen = settings != nil || theme != nil || wantsASCII || wantsNoMouse
    if concernsScreen && ![.run, .demo].contains(command) || waiting > 0 && command != .run {
      throw UsageError(CommandStrings.onlyScreen)
    }
    if showsTrace, command != .play { throw UsageError(CommandStrings.onlyPlay) }
    if unmocked != nil, command != .run || files.isEmpty {
      throw UsageError(CommandStrings.onlyForeignFlows)
    }
  }
}

/// The options.
enum Option: String, CaseIterable {
  case root = "--root"
  case seed = "--seed"
  case unmocked = "--unmocked"
  case waiting = "--waiting"
  case settings = "--settings"
  case theme = "--theme"
  case ascii = "--ascii"
  case noMouse = "--no-mouse"
  case trace = "--trace"
  case plain = "--plain"
  case hours = "--hours"
  case replications = "--replications"
  case format = "--format"
  case context = "--context"
  case dialect = "--dialect"
  case schema = "--schema"
  case variables = "--variables"
  case values = "--values"
  case now = "--now"
  case view = "--view"
  case region = "--region"
  case port = "--port"
  case securePort = "--https-port"
  case host = "--host"
  case allowHost = "--allow-host"
  case allowPrivateHost = "--allow-private-host"
  case trust = "--trust"
  case serverName = "--server-name"
  case rateLimit = "--rate-limit"
  case patience = "--patience"
  case scopes = "--scopes"
  case agent = "--agent"
  case organisation = "--org"
  case certificate = "--certificate"
  case key = "--key"
  case version = "--version"
  case help = "--help"
  case terminalCheck = "--terminal-check"

  /// Whether a value follows.
  var takesValue: Bool {
    ([.root, .seed, .unmocked, .waiting, .settings, .theme, .allowHost, .allowPrivateHost, .trust]
      + Self.ofSimulate + Self.ofServe
      + Self.ofToken + Self.ofEval).contains(self)
  }

  /// The options that only `simulate` has.
  static let ofSimulate: [Option] = [.hours, .replications, .format]

  /// The options that only `serve` has.
  static let ofServe: [Option] = [
    .port, .securePort, .host, .certificate, .key,
    .serverName, .rateLimit, .patience,
  ]

  /// The options that only `token` has.
  static let ofToken: [Option] = [.scopes, .agent, .organisation]

  /// The options that only `eval` has.
  static let ofEval: [Option] = [
    .context, .dialect, .schema, .variables, .values, .now, .view, .region,
  ]

  /// The option of a name; `-h` is help.
  static func named(_ name: String) -> Option? { name == "-h" ? .help : Option(rawValue: name) }
}

/// Why the words of the command line ask for nothing that can be done.
struct UsageError: Error, Equatable {
  /// A sentence for the user.
  let message: String

  init(_ message: String) { self.message = message }
}
