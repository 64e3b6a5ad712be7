import IVRCore
import IVRTestSupport
import Testing

/// What a screen asks the engine.
@Suite struct LookingTests {
  private let flow = SampleFlow(
    [
      #"Ask: ivr-menu {\#(SampleFlow.say("One or two.")),"interruptible":true,"entryTimeout":5,"menuLinks":["1","2"],"menuLinks:input":["Callback"]}"#,
      #"Type: ivr-collectdigits {\#(SampleFlow.say("Type.")),"interruptible":false,"minDigits":3,"maxDigits":4,"interDigitTimeout":2}"#,
      #"Keep: set-variable {"srcVariable":"note","tgtVariable":"","setTo":"set-to-literal","literal":"{{Type.DigitsEntered}}"}"#,
      #"Queue: queue-contact {"destination":"q-1"}"#,
      #"Call: callback {"callbackDn":"14085267209"}"#,
      "Bye: disconnect-contact {}",
    ],
    [
      "Start.out > Ask", "Ask.1 > Type", "Type.default > Keep", "Keep.out > Queue",
      "Queue.default > Call", "Call.default > Bye",
    ], variables: ["note STRING first", "pin STRING! 1234"])

  @Test("the wait of a call is told with its keys, its timer and what was typed")
  func waits() throws {
    var driver = CallDriver(flow.world())
    driver.dial()
    let task = try #require(driver.task).id
    let menu = try #require(driver.engine.waiting(of: task))
    #expect(menu.label == "Ask" && menu.activity == "ivr-menu" && menu.kind == .key)
    #expect(menu.keys.map(\.key) == ["1", "2"] && menu.keys.map(\.meaning) == ["Callback", ""])
    #expect(menu.isSpeaking && menu.takesKeys && menu.timer == .playback)
    driver.advance(menu.remaining ?? 0)
    let silent = try #require(driver.engine.waiting(of: task))
    #expect(!silent.isSpeaking && silent.timer == .firstKey && silent.remaining == 5_000)
    driver.press("1")
    let digits = try #require(driver.engine.waiting(of: task))
    #expect(digits.kind == .digits(minimum: 3, maximum: 4, terminator: .pound))
    #expect(!digits.takesKeys)
    driver.advance(digits.remaining ?? 0)
    driver.press("12")
    driver.advance(500)
    let typed = try #require(driver.engine.waiting(of: task))
    #expect(typed.typed == "12" && typed.timer == .nextKey && typed.remaining == 1_500)
    #expect(driver.engine.waiting(of: "nobody") == nil)
  }

  @Test("the desk shows viewable variables, masked, also after the flow has ended")
  func desktopVariables() throws {
    var driver = CallDriver(flow.world())
    driver.dial()
    let task = try #require(driver.task).id
    func values() -> [String] { driver.engine.desktopVariables(of: task).map(\.value) }
    #expect(values() == ["first", "••••••"])
    driver.press("1")
    driver.advance(driver.engine.waiting(of: task)?.remaining ?? 0)
    driver.press("4321")
    #expect(values() == ["4321", "••••••"])
    driver.run { $0.event.name == "call-ended" }
    driver.advance(1_000)
    #expect(driver.engine.waiting(of: task) == nil)
    #expect(values() == ["4321", "••••••"])
    #expect(driver.engine.desktopVariables(of: task).map(\.label) == ["note", "pin"])
  }
}
