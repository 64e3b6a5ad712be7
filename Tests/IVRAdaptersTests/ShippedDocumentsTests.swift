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

  @Test("the story before the check: the guard off lets a second callback in, on refuses a third")
  func beforeStory() throws {
    var driver = try driver()
    for guardMode in [DuplicateGuard.off, .off, .refuse] {
      let queue = driver.engine.world.lab.queues.first { $0.name == "Before_Queue" }
      driver.act(.setGuard(try #require(queue).id, guardMode))
      driver.act(.dial("1", number: "+14694096862"))
      driver.hear("All agents are busy")
      driver.press("114085267209")
      driver.hear("1 408 526 7209")
      driver.press("1")
      driver.run { $0.event.name == "call-ended" }
    }
    #expect(driver.heard.filter { $0.contains("is scheduled") }.count == 2)
    #expect(driver.heard.last?.contains("We could not add this callback") == true)
    #expect(driver.engine.state.ledger.count == 2)
  }

  @Test(
    "the estimated wait is spoken in whole minutes and never below zero",
    arguments: [
      ([120], "about 2 minutes;"), ([149], "about 2 minutes;"), ([150], "about 3 minutes;"),
      ([119], "in a moment"), ([], "cannot say how long"),
    ])
  func estimate(seconds: [Int64], spoken: String) throws {
    var world = try #require(WorldFolder(root: SharedData.root).load().world)
    for index in world.lab.queues.indices {
      world.lab.queues[index].earlierWaits.removeLast(
        world.lab.queues[index].earlierWaits.count - 1)
      world.lab.queues[index].earlierWaits[0].waits = seconds.map { $0 * 1000 }
    }
    var driver = CallDriver(world)
    driver.act(.dial("1", number: "+14694096863"))
    driver.hear(spoken)
    #expect(driver.heard.last?.contains(spoken) == true)
    #expect(!driver.heard.joined().contains("-1"))
  }

  @Test("each queue can estimate its wait when the run begins, and no prompt takes over 12 seconds")
  func sensibleFigures() throws {
    var driver = try driver()
    let lab = driver.engine.world.lab
    for queue in lab.queues {
      let history = WaitHistory(queue.earlierWaits, start: lab.startTime)
      for lookback: Int64 in [5, 30] {
        let wait = history.estimate(lookbackMinutes: lookback, at: lab.startTime)
        #expect((60_000...300_000).contains(wait), "\(queue.name)")
      }
    }
    for entry in lab.entryPoints where entry.direction == .inbound {
      driver.act(.dial("1", number: entry.number))
      driver.hear("Press 1")
      driver.act(.hangUp("1"))
    }
    #expect(driver.trace.compactMap(\.utterance).allSatisfy { $0.milliseconds <= 12_000 })
  }
}

extension TraceEntry {
  /// What is heard, where something is.
  fileprivate var utterance: Utterance? {
    if case .heard(let utterance) = event { utterance } else { nil }
  }
}
