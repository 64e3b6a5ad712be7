import IVRCore
import IVRTestSupport
import Testing

@Suite struct DigitActivityTests {
  /// A menu, then digits, each ending in a message that says how it was left.
  static func flow(menu: String = "", digits: String = "") -> SampleFlow {
    let say = SampleFlow.say
    return SampleFlow(
      [
        "Offer: ivr-menu {\(say("Press one or two."))\(menu),\"menuLinks\":[\"1\",\"2\"]}",
        "Number: ivr-collectdigits {\(say("Type it."))\(digits)}",
        "Got: play-message {\(say("You typed {{Number.DigitsEntered}}."))}",
        "NoInput: play-message {\(say("No input."))}",
        "NoMatch: play-message {\(say("No match {{Offer.OptionEntered}}{{Number.DigitsEntered}}."))}",
        "Bye: disconnect-contact {}",
      ],
      [
        "Start.out > Offer", "Offer.1 > Number", "Offer.2 > Bye", "Offer.timeout > NoInput",
        "Offer.invalid > NoMatch", "Number.default > Got", "Number.timeout > NoInput",
        "Number.invalid > NoMatch", "Got.default > Bye", "NoInput.default > Bye",
        "NoMatch.default > Bye",
      ])
  }

  private func driver(menu: String = "", digits: String = "") -> CallDriver {
    var driver = CallDriver(Self.flow(menu: menu, digits: digits).world())
    driver.dial()
    return driver
  }

  private let bargeIn = ",\"interruptible\":true"

  @Test("a key of the menu leaves by its port; a prompt that may be interrupted is cut")
  func menuKey() {
    var call = driver(menu: bargeIn)
    call.press("2")
    #expect(call.outcomes == ["Start out", "Offer 2", "Bye ended"])
    #expect(call.records[1].waitEnding == .matched)
    #expect(call.engine.state.phones["1"]?.lastEnding == .endedByFlow)
  }

  @Test("a prompt that may not be interrupted drops keys until it has ended")
  func menuWithoutBargeIn() {
    var call = driver()
    call.press("2")
    #expect(call.outcomes == ["Start out"])
    call.advance(3_000)
    call.press("2")
    #expect(call.outcomes == ["Start out", "Offer 2", "Bye ended"])
  }

  @Test("no key within the time after the prompt is no input; another key is no match")
  func menuEndings() {
    var silent = driver()
    silent.hear("No input")
    #expect(silent.records[1].waitEnding == .noInput)
    var wrong = driver(menu: bargeIn)
    wrong.press("9")
    #expect(wrong.records[1].outcome == "invalid")
    #expect(wrong.records[1].waitEnding == .noMatch)
    wrong.settle()
    #expect(wrong.heard.last == "No match 9.")
  }

  @Test("the no-input timer starts at the end of the prompt and has a range of 1 to 30 seconds")
  func entryTimeout() throws {
    var call = driver(menu: ",\"entryTimeout\":\"99\"")
    call.hear("No input")
    let prompt = try #require(call.trace.first { $0.event.name == "heard" })
    guard case .heard(let utterance) = prompt.event else { return }
    let last = try #require(call.trace.last)
    #expect(last.time.since(prompt.time) == utterance.milliseconds + 30_000)
  }

  @Test(
    "digits end by the longest input, the terminator, or the pause after a key",
    arguments: [
      ("123", ",\"maxDigits\":3", WaitEnding.maxDigits, "You typed 123."),
      ("12#", ",\"maxDigits\":9", .terminator, "You typed 12."),
      ("12", ",\"maxDigits\":9", .interDigitTimeout, "You typed 12."),
      ("1*2#", ",\"maxDigits\":9", .terminator, "You typed 12."),
      ("1#2*", ",\"maxDigits\":9,\"terminatorSymbol\":\"*\"", .terminator, "You typed 12."),
      ("0A", ",\"maxDigits\":\"2\"", .maxDigits, "You typed 0A."),
      ("12", ",\"minDigits\":3,\"maxDigits\":9", .noMatch, "No match 112."),
      ("#", "", .noMatch, "No match 1."),
    ])
  func digitEndings(keys: String, settings: String, ending: WaitEnding, heard: String) {
    var call = driver(menu: bargeIn, digits: bargeIn + settings)
    call.press("1" + keys)
    call.run { $0.event.name == "call-ended" }
    #expect(call.records[2].waitEnding == ending)
    #expect(call.heard.last == heard)
  }

  @Test("nothing typed is no input, and leaves an empty entry")
  func noDigits() {
    var call = driver(menu: bargeIn, digits: bargeIn)
    call.press("1")
    call.run { $0.event.name == "call-ended" }
    #expect(call.outcomes.contains("Number timeout"))
  }

  @Test("once a digit is in, only the pause between digits counts")
  func interDigitRules() {
    var call = driver(menu: bargeIn, digits: bargeIn + ",\"entryTimeout\":1,\"maxDigits\":4")
    call.press("15")
    call.advance(2_900)
    call.press("6")
    call.advance(2_900)
    #expect(!call.outcomes.contains { $0.hasPrefix("Number") })
    call.advance(200)
    #expect(call.outcomes.contains("Number default"))
  }

  @Test("hanging up at a wait ends it with its reason and the call as abandoned")
  func hangUp() {
    var call = driver(menu: bargeIn)
    call.act(.hangUp("1"))
    #expect(call.records.last?.waitEnding == .hangUp)
    #expect(call.task?.ending == .abandoned)
    #expect(call.engine.nextEventTime == nil)
  }

  @Test("a menu that is entered from itself more than 100 times in a row is an error")
  func selfLoop() {
    let flow = SampleFlow(
      ["Offer: ivr-menu {\(SampleFlow.say("Press one.")),\"menuLinks\":[\"1\"]}"],
      ["Start.out > Offer", "Offer.timeout > Offer", "Offer.invalid > Offer"])
    var call = CallDriver(flow.world())
    call.dial()
    call.run { $0.event.name == "call-ended" }
    #expect(call.outcomes.filter { $0 == "Offer timeout" }.count == 101)
    #expect(call.records.last?.details.last?.value.contains("more than 100 times") == true)
    #expect(call.engine.state.phones["1"]?.lastEnding == .dropped)
  }

  @Test("a loop without a wait is stopped, and the trace shows its path")
  func loopWithoutWait() {
    let set = "\"srcVariable\":\"n\",\"expr\":\"{{ n + 1 }}\""
    let flow = SampleFlow(
      ["A: set-variable {\(set)}", "B: set-variable {\(set)}"],
      ["Start.out > A", "A.out > B", "B.out > A"], variables: ["n INTEGER 0"])
    var call = CallDriver(flow.world())
    call.dial()
    #expect(call.engine.state.phones["1"]?.lastEnding == .dropped)
    let detail = call.records.last?.details.last?.value ?? ""
    #expect(detail.contains("loops without a wait") && detail.contains("A -> B -> A"))
  }
}
