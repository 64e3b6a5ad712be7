import IVRCore
import IVRLanguages

/// Every sentence of the command line.
enum CommandStrings {
  static let version = "ivr-tui 0.1.0"

  static let help = """
    ivr-tui - a contact center in the terminal: call flows, phones, agents, queues

    usage:
      ivr-tui [run]                  the lab
      ivr-tui run FILE.json          the lab with a flow from elsewhere
      ivr-tui play FILE.scenario...  plays scenarios without a screen
      ivr-tui check [FILE...]        finds what is wrong with the lab, or with files
      ivr-tui demo [NAME]            a story that plays itself; no name: the list
      ivr-tui policies FILE.scenario what the script comes to under each policy
                                     against duplicate callbacks
      ivr-tui eval LANGUAGE [TEXT]   evaluates an expression, or cases from a pipe;
                                     pebble, jsonpath, graphql, ssml, phone
      ivr-tui simulate [LAB]         robot callers and agents keep the lab busy for
                                     hours, without a screen; then a report.
                                     LAB is a folder or a lab document
      ivr-tui serve                  the lab's HTTP APIs without a screen
      ivr-tui token                  makes a token and its line for the lab document

    options:
      --root DIR           the folder that holds Flows/ and Prompts/
                           (this folder, else the one the program was built in)
      --seed N             the seed of the run instead of the lab's
      --plain              run, demo: lines instead of a screen, for pipes and
                           screen readers
      --trace              play: the whole trace, not only what callers notice
      --unmocked ANSWER    run FILE: what requests to unknown hosts get: 200, 404 or
                           error (if not given: 200)
      --waiting N          run: N callbacks wait from the start, for a crowded queue
      --theme NAME         run: default, light, safe (few colours) or mono
      --ascii, --no-mouse  run: ASCII frames; the mouse left to the terminal
      --settings FILE      run: keys and looks, not ~/.config/ivr-tui/settings
      --port N             serve: the port (if not given: a free one)
      --https-port N       serve: the port of the web callback of 8x8, which has TLS
      --host ADDRESS       serve: where to listen (if not given: 127.0.0.1)
      --certificate FILE, --key FILE
                           serve: TLS with a certificate in PEM form
      --allow-host NAME    run, play, serve: flows and webhooks may call this host;
                           --allow-private-host NAME: also at a private address.
                           Else no flow leaves the program, and webhooks reach this
                           machine only
      --trust FILE         run, play, serve: certificates that are trusted, in PEM
                           form, instead of the system's
      --server-name NAME   serve: a name by which clients call this machine
      --rate-limit N       serve: requests of a client in a second (500), or off
      --patience SECONDS   serve: how long clients may take (10 for headers, 20
                           for a body, 30 to read)
      --scopes LIST        token: what it may do, as cjp:user_read,cjp:config
      --agent ID, --org ID token: whose it is
      --version, --help    say so and end

    options of simulate:
      --hours H            simulated hours of each replication (8)
      --replications R     independent runs; more make confidence intervals (10)
      --format FORMAT      text, csv or json (text)

    options of eval (docs/languages tells more):
      --context FILE       pebble: variables; jsonpath: document; graphql: data
      --dialect NAME       pebble-4.1 or pebble-3.2, jayway or rfc9535
      --schema FILE        graphql: the schema instead of the lab's Search
      --variables FILE     graphql: the variables of the query
      --values flow|java   pebble: how the context's numbers and names are read
      --view NAME          ssml: plain, annotated, raw or spoken
      --region CC          phone: the country of numbers without +, as US
      --now INSTANT        pebble: the instant of now(), as 2026-01-05T10:00:00Z

    exit codes: 0 done, 1 a scenario or an expression failed, 2 wrong usage,
    3 a document is wrong, 4 no terminal
    """

  static let onlySimulate =
    "--hours, --replications and --format belong to simulate: ivr-tui simulate --hours 8"

  static let noLoad = "The lab document has no load to simulate: it needs load.callers."

  static func tooManyLabs(_ file: String) -> String {
    "simulate takes one lab; \"\(file)\" is one too many."
  }

  static func badHours(_ value: String) -> String {
    "--hours needs a number above 0 and up to 8760, not \"\(value)\"."
  }

  static func badReplications(_ value: String) -> String {
    "--replications needs a whole number from 1 to 10000, not \"\(value)\"."
  }

  static func badFormat(_ value: String) -> String {
    "--format is \(SimulationRequest.Format.names), not \"\(value)\"."
  }

  nonisolated static func progress(_ share: Double, secondsLeft: Double?) -> String {
    let filled = Int(share * 30)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    let left = secondsLeft.map { ", \(Int64($0.rounded(.up))) s left" } ?? ""
    return "[\(bar)] \(Int(share * 100)) %\(left)"
  }

  static let seeHelp = "See ivr-tui --help."
  static let noScenario = "play needs at least one scenario: ivr-tui play FILE.scenario"
  static let onlyPlay = "--trace belongs to play: ivr-tui play --trace FILE.scenario"
  static let onlyLab = "--plain belongs to run and demo: ivr-tui run --plain"
  static let noDemos = "There is no demo in Flows/demos."
  static let seeDemo = "See one with: ivr-tui demo NAME"
  static let onlyForeignFlows =
    "--unmocked belongs to a flow from elsewhere: ivr-tui run FILE.json --unmocked 404"

  static let onlyServe =
    "--port, --https-port, --host, --certificate and --key belong to serve: "
    + "ivr-tui serve --port 8080"
  static let onlyCalling =
    "--allow-host, --allow-private-host and --trust belong to run, play and serve."

  static func badHost(_ value: String, _ option: Option) -> String {
    "\(option.rawValue) needs the name or address of a host alone, not \"\(value)\"."
  }

  static let certificateAndKey = "--certificate and --key need each other."

  static func needlessFile(_ file: String, _ command: Arguments.Command) -> String {
    "\(command.rawValue) takes no file, not \"\(file)\"."
  }

  static let onlyToken =
    "--scopes, --agent and --org belong to token: ivr-tui token --scopes cjp:user"

  static func badScope(_ word: String) -> String {
    let known = AccessToken.knownScopes
    return "There is no scope \"\(word)\"" + ended(Suggestions.hint(for: word, in: known))
  }

  static func badRateLimit(_ value: String) -> String {
    "--rate-limit needs a whole number from 1 to 1000000, or off, not \"\(value)\"."
  }

  static func badPatience(_ value: String) -> String {
    "--patience needs a whole number of seconds from 1 to 600, not \"\(value)\"."
  }

  static func badPort(_ value: String, _ option: Option) -> String {
    "\(option.rawValue) needs a whole number from 0 to 65535, not \"\(value)\"."
  }

  static let onlyScreen =
    "--waiting, --settings, --theme, --ascii and --no-mouse belong to run: ivr-tui run"

  static let cannotWait =
    "--waiting needs an outbound entry point with a queue and a served host in the lab."

  static func badWaiting(_ value: String) -> String {
    "--waiting needs a whole number from 0 to 100000, not \"\(value)\"."
  }

  static func badTheme(_ value: String) -> String {
    "--theme is \(Theme.all.map(\.name).joined(separator: ", ")), not \"\(value)\"."
  }

  static let onePolicyScript = "policies takes one scenario: ivr-tui policies FILE.scenario"
  static let policyColumns = [
    "policy", "accepted", "refused", "merged", "orphaned", "dials", "queue at the end",
  ]

  static func onlyEval(_ option: Option) -> String {
    "\(option.rawValue) belongs to eval: ivr-tui eval pebble '{{ 1 + 1 }}'"
  }

  static func unknownCommand(_ word: String) -> String {
    if word.hasSuffix(".json") { return "To run a flow from elsewhere: ivr-tui run \(word)" }
    if word.hasSuffix(".scenario") { return "To play a scenario: ivr-tui play \(word)" }
    let hint = Suggestions.hint(for: word, in: Arguments.Command.allCases.map(\.rawValue))
    return "There is no command \"\(word)\"" + ended(hint)
  }

  static func unknownOption(_ name: String) -> String {
    let names = Option.allCases.filter { $0 != .terminalCheck }.map(\.rawValue)
    return "There is no option \(name)" + ended(Suggestions.hint(for: name, in: names))
  }

  static func missingValue(_ option: Option) -> String { "\(option.rawValue) needs a value." }

  static func needlessValue(_ option: Option) -> String { "\(option.rawValue) takes no value." }

  static func badSeed(_ value: String) -> String {
    "--seed needs a whole number of 0 or more, not \"\(value)\"."
  }

  static func badUnmocked(_ value: String) -> String {
    "--unmocked is 200, 404 or error, not \"\(value)\"."
  }

  static func tooManyFlows(_ file: String) -> String {
    "run takes one flow; \"\(file)\" is one too many."
  }

  static func tooManyDemos(_ name: String) -> String {
    "demo plays one story; \"\(name)\" is one too many."
  }

  static func unknownDemo(_ name: String, _ names: [String]) -> String {
    Strings.unknown("demo", name, names)
  }

  static func demo(_ name: String, _ chapters: [String]) -> String {
    "\(name): \(chapters.joined(separator: ", "))"
  }

  static func result(passed: Int, failed: Int) -> String { "\(passed) passed, \(failed) failed" }

  static func passed(_ file: String) -> String { "\(file): passed" }

  static func cannotWrite(_ reason: String) -> String {
    "ivr-tui: not all could be written to standard output: \(reason)"
  }

  static func findings(errors: Int, warnings: Int) -> String {
    "\(counted(errors, "error")), \(counted(warnings, "warning"))"
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func ended(_ hint: String) -> String { hint.isEmpty ? "." : hint }
}
