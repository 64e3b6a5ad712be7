import IVRCore
import Testing

@testable import ivr_tui

@Suite("The line dialogue")
struct PlainSessionTests {
  private static func session(isRealTime: Bool = false, isASCII: Bool = false) throws
    -> PlainSession
  {
    PlainSession(try LabDriver().state, isRealTime: isRealTime, isASCII: isASCII) { (nil, []) }
  }

  private static func play(_ lines: [String]) throws -> [String] {
    var session = try session()
    return lines.flatMap { session.execute($0) }
  }

  @Test("The duplicate story: the second callback is refused with its three values")
  func duplicateStory() throws {
    let ask = ["dial Support", "next", "1", "14085267209", "1", "next", "next"]
    let told = try Self.play(ask + ask + ["agent available", "queue"])
    #expect(told.first == "10:00:00 phone 1: dials +14694096861, Support")
    #expect(told.contains("10:00:02 phone 1 presses 14085267209"))
    #expect(told.count { $0.contains("hears: Your callback is scheduled.") } == 1)
    let why = told.drop { !$0.contains("why: task ") }.prefix(4)
    let seen = [
      "matched", "callbackConnectTime is -1", "is Not Processed", "httpStatusCode is 200",
    ]
    #expect(zip(why, seen).filter { !$0.0.hasSuffix($0.1) }.map(\.0) == [])
    #expect(
      told.contains {
        $0.hasSuffix("Agent 1 is offered the callback to 14085267209, Support_Queue")
      })
    #expect(told.suffix(1).first?.hasPrefix("callback to +1 408 526 7209, 0:") == true)
    #expect(told.filter { $0.unicodeScalars.contains { $0.value < 32 } } == [])
  }

  @Test(
    "Words",
    arguments: [
      ("14085267209", ["press", "14085267209"]), ("keys 1 2", ["press", "1", "2"]),
      ("#", ["press", "#"]),
      ("# a remark", []), ("  ", []), (": hang up", ["hangup"]), ("Hang Up", ["hangup"]),
      (":dial Support", ["dial", "Support"]), ("a", ["a"]),
    ])
  func words(line: String, words: [String]) {
    #expect(PlainCommands.words(of: line) == words)
  }

  @Test(
    "A wrong command is answered by a sentence and ends nothing",
    arguments: [
      ("stats", "There is no command \"stats\"; did you mean \"status\"?"),
      ("dial Suport", "There is no entry point \"Suport\"; did you mean \"Support\"?"),
      ("hang up", "The phone is on the hook."), ("1", "The phone is on the hook."),
      ("wait long", "\"long\" is no time of at most a day: wait 30, wait 1:30 or wait 5m"),
      ("wait 25h", "\"25h\" is no time of at most a day: wait 30, wait 1:30 or wait 5m"),
      ("go", "Time does not pass by itself here: next, wait 30 or run 10:15 move the clock."),
      ("pause", "Time does not pass by itself here: next, wait 30 or run 10:15 move the clock."),
      (
        "agent jump",
        "There is no act \"jump\": available, idle, accept, decline, hold, resume, end, wrapup, "
          + "transfer, consult, endconsult, conference, complete, login, logout, note."
      ),
      ("next", "Nothing ahead; next: dial Support"),
    ])
  func faults(line: String, sentence: String) throws {
    var session = try Self.session()
    #expect(session.execute(line) == [sentence])
    #expect(!session.isOver)
  }

  @Test(
    "Time moves by commands alone",
    arguments: [
      ("wait 30", "10:00:30"), ("wait 2m", "10:02:00"), ("wait 1:05", "10:01:05"),
      ("wait +5s", "10:00:05"),
      ("run 10:15", "10:15:00"), ("run +90", "10:01:30"), ("speed 60", "10:00:00"),
    ])
  func time(line: String, clock: String) throws {
    var session = try Self.session()
    _ = session.execute("dial Support")
    _ = session.execute("hang up")
    _ = session.execute(line)
    #expect(CivilTime(session.state.now).clock == clock)
  }

  @Test("Status says everything in one line, with the next useful command")
  func status() throws {
    var session = try Self.session()
    let start = session.execute("status")
    #expect(
      start == [
        "It is Mon 10:00:00. Phone 1 is on the hook. Phone 2 is on the hook. Agent 1 is Idle · Lunch "
          + "for 0:00. Agent 2 is Idle · Lunch for 0:00. Support_Queue holds 0 calls and 0 callbacks, its guard refuses duplicates. "
          + "Next: dial Support."
      ])
    _ = session.execute("dial Support")
    _ = session.execute("next")
    #expect(
      session.execute("status").joined().contains(
        "Phone 1 is in a call for 0:02, WantCallback: speaking"))
  }

  @Test("A locale without UTF-8 gets ASCII")
  func ascii() throws {
    var session = try Self.session(isASCII: true)
    #expect(session.execute("status").joined().contains("Idle . Lunch"))
    let fault = session.execute("dial caf\u{E9}").joined()
    #expect(fault.utf8.count == fault.count)
  }

  @Test(
    "The locale",
    arguments: [
      (["LANG": "C"], false), (["LANG": "C.UTF-8"], true), ([:], false),
      (["LC_ALL": "C", "LANG": "en_US.utf8"], false),
      (["LC_ALL": "", "LC_CTYPE": "de_DE.UTF-8"], true),
    ])
  func locale(variables: [String: String], isUTF8: Bool) {
    #expect(PlainProgram.isUTF8 { variables[$0] } == isUTF8)
  }

  @Test("On a terminal the clock follows the real one")
  func realTime() throws {
    var session = try Self.session(isRealTime: true)
    #expect(session.deadline == nil)
    #expect(session.greeting.last == "Next: dial Support")
    _ = session.execute("dial Support")
    var told: [String] = []
    for _ in 0..<20 { told += session.tick(min(session.deadline ?? 0, 10_000)) }
    #expect(told.contains { $0.contains("hears: All agents are busy.") })
    #expect(session.state.now.since(session.state.lab.startTime) == session.state.realNow)
    #expect(session.execute("pause").joined().hasPrefix("Paused: go lets it run"))
    #expect(session.deadline == nil)
    _ = session.execute("quit")
    #expect(session.isOver)
  }

  @Test("Lines are cut at line feeds, and one that is too long is refused")
  func lines() {
    var reader = LineReader(descriptor: -1)
    #expect(reader.take(Array("a\r\nb".utf8)[...]) == [.line("a")])
    #expect(reader.take(Array("c\n\n".utf8)[...]) == [.line("bc"), .line("")])
    let long = [UInt8](repeating: 97, count: LineReader.longest + 1)
    #expect(reader.take(long[...]) == [.tooLong])
    #expect(reader.take(long[...]) == [])
    #expect(reader.take(Array("z\nd\n".utf8)[...]) == [.line("d")])
    #expect(reader.take((long + [10])[...]) == [.tooLong])
  }
}
