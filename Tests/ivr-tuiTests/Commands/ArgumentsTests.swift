import IVRCore
import Testing

@testable import ivr_tui

@Suite struct ArgumentsTests {
  @Test("what is asked for is read")
  func reads() throws {
    #expect(try Arguments([]).command == .run)
    #expect(try Arguments(["run"]).files == [])
    let foreign = try Arguments(["run", "a.json", "--unmocked", "404", "--root=/lab"])
    #expect(foreign.files == ["a.json"])
    #expect(foreign.unmocked == .notFound)
    #expect(foreign.root == "/lab")
    let play = try Arguments(["--seed", "7", "play", "--trace", "--", "a.scenario", "--trace"])
    #expect(play.command == .play)
    #expect(play.seed == 7)
    #expect(play.showsTrace)
    #expect(play.files == ["a.scenario", "--trace"])
    let looks = try Arguments(["--theme", "safe", "--ascii", "--no-mouse", "--settings", "s"])
    #expect(looks.theme == .safe && looks.wantsASCII && looks.wantsNoMouse)
    #expect(looks.settings == "s")
    let load = try Arguments([
      "simulate", "lab", "--hours", "0.5", "--replications=3", "--format", "csv",
    ])
    #expect(load.command == .simulate && load.files == ["lab"])
    #expect(
      load.simulation == SimulationRequest(hours: 0.5, replications: 3, format: .csv))
    #expect(try Arguments(["check", "-"]).files == ["-"])
    #expect(try Arguments(["play", "-h"]).wantsHelp)
    let serve = try Arguments(["serve", "--port", "8080", "--certificate=c", "--key", "k"])
    #expect(serve.command == .serve && serve.service.port == 8080)
    #expect(serve.service.certificate == "c" && serve.service.host == nil)
    #expect(try Arguments(["--version"]).wantsVersion)
  }

  @Test("what cannot be done is said in a sentence", arguments: faults)
  func fails(words: [String], message: String) {
    #expect(throws: UsageError(message)) { try Arguments(words) }
  }

  nonisolated private static let faults: [([String], String)] = [
    (["plya"], "There is no command \"plya\"; did you mean \"play\"?"),
    (["dance"], "There is no command \"dance\"."),
    (["a.json"], "To run a flow from elsewhere: ivr-tui run a.json"),
    (["a.scenario"], "To play a scenario: ivr-tui play a.scenario"),
    (["--sead", "1"], "There is no option --sead; did you mean \"--seed\"?"),
    (["-x"], "There is no option -x."), (["--seed"], "--seed needs a value."),
    (["--seed", "x"], "--seed needs a whole number of 0 or more, not \"x\"."),
    (["--seed=-1"], "--seed needs a whole number of 0 or more, not \"-1\"."),
    (["--theme", "pink"], "--theme is default, light, safe, mono, not \"pink\"."),
    (
      ["check", "--ascii"],
      "--waiting, --settings, --theme, --ascii and --no-mouse belong to run: ivr-tui run"
    ),
    (
      ["--waiting", "many"],
      "--waiting needs a whole number from 0 to 100000, not \"many\"."
    ),
    (
      ["serve", "--port", "70000"],
      "--port needs a whole number from 0 to 65535, not \"70000\"."
    ),
    (["serve", "--key", "k"], "--certificate and --key need each other."),
    (["serve", "x"], "serve takes no file, not \"x\"."),
    (
      ["run", "--port", "1"],
      "--port, --https-port, --host, --certificate and --key belong to serve: ivr-tui serve --port 8080"
    ),
    (["--help=no"], "--help takes no value."),
    (["play"], "play needs at least one scenario: ivr-tui play FILE.scenario"),
    (["run", "a", "b"], "run takes one flow; \"b\" is one too many."),
    (["check", "--trace"], "--trace belongs to play: ivr-tui play --trace FILE.scenario"),
    (
      ["run", "--unmocked", "200"],
      "--unmocked belongs to a flow from elsewhere: ivr-tui run FILE.json --unmocked 404"
    ),
    (["simulate", "a", "b"], "simulate takes one lab; \"b\" is one too many."),
    (
      ["simulate", "--hours", "0"],
      "--hours needs a number above 0 and up to 8760, not \"0\"."
    ),
    (
      ["simulate", "--replications", "x"],
      "--replications needs a whole number from 1 to 10000, not \"x\"."
    ),
    (["simulate", "--format", "xml"], "--format is text, csv, json, not \"xml\"."),
    (
      ["run", "--hours", "2"],
      "--hours, --replications and --format belong to simulate: ivr-tui simulate --hours 8"
    ),
    (["run", "a", "--unmocked", "201"], "--unmocked is 200, 404 or error, not \"201\"."),
  ]

  @Test("the help names every command and option")
  func help() {
    let shown = Option.allCases.filter { $0 != .terminalCheck }.map(\.rawValue)
    let words = Arguments.Command.allCases.map(\.rawValue) + shown
    #expect(words.filter { !CommandStrings.help.contains($0) } == [])
    #expect(CommandStrings.help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
