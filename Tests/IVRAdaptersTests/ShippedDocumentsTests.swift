import Foundation
import IVRAdapters
import IVRCore
import IVRTestSupport
import Testing

@Suite struct ShippedDocumentsTests {
  private func driver() throws -> CallDriver {
    let loaded = WorldFolder(root: SharedData.root).load()
    // The lab's mission lives on this fault: Flow Designer does not notice it either.
    #expect(loaded.findings.map(\.code) == ["IVR010"])
    #expect(loaded.findings.first?.message.hasPrefix("SimulateGlobalError") == true)
    return CallDriver(try #require(loaded.world))
  }

  @Test("the shipped lab, flows and prompts load, with the one fault that is meant")
  func load() throws { _ = try driver() }

  @Test("the story of document 001: the second request is found by the flow's own search")
  func duplicateStory() throws {
    var driver = try driver()
    for _ in 0..<2 {
      driver.dial()
      driver.hear("All agents are busy")
      driver.press("1")
      driver.hear("eleven digits")
      driver.press("14085267209")
      driver.hear("1 408 526 7209")
      driver.press("1")
      driver.run { $0.event.name == "call-ended" }
    }
    #expect(driver.heard.filter { $0.contains("is scheduled") }.count == 1)
    #expect(driver.heard.last?.contains("already waiting") == true)
    #expect(driver.outcomes.suffix(3).first == "CheckDuplicate true")
    #expect(driver.engine.state.ledger.count == 1)
  }

  @Test("the story of document 003: a global error drops the call and a callback is posted")
  func globalErrorStory() throws {
    var driver = try driver()
    driver.dial()
    driver.hear("All agents are busy")
    driver.press("3")
    driver.run { $0.event.name == "call-ended" }
    #expect(driver.outcomes.contains("SimulateGlobalError error"))
    #expect(driver.outcomes.suffix(2).first == "HTTPStatusCode true")
    #expect(driver.engine.state.phones["1"]?.lastEnding == .dropped)
    #expect(driver.task?.customerNumber == "14085267209" && driver.task?.status == .parked)
  }
}
