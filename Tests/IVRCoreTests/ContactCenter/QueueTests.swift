import Foundation
import IVRLanguages
import Testing

@testable import IVRCore

@Suite struct QueueTests {
  private let start = SimulationTime(milliseconds: 1_767_607_200_000)

  private func history(_ minutes: [[Int64]]) -> WaitHistory {
    let earlier = minutes.enumerated().map {
      EarlierWaits(minutesAgo: Int64($0.offset + 1), waits: $0.element.map { $0 * 1000 })
    }
    return WaitHistory(earlier, start: start)
  }

  @Test(
    "the estimate is the mean of the steady minutes, where enough are steady",
    arguments: [
      ([[60, 60], [30, 90], [100, 120, 140], [10]], 63_333),
      ([[30, 90], [30, 90], [30, 90], [30, 90], [60]], -1),
      ([[40, 80]], 60_000), ([], -1), ([[30, 70]], -1), ([[60], []], 60_000),
      ([[0, 0]], -1),
    ] as [([[Int64]], Int64)])
  func estimate(minutes: [[Int64]], expected: Int64) {
    #expect(history(minutes).estimate(lookbackMinutes: 240, at: start) == expected)
  }

  @Test("only minutes within the look-back count, the running one among them")
  func lookback() {
    var history = history([[100], [100], [10]])
    #expect(history.estimate(lookbackMinutes: 2, at: start) == 100_000)
    history.record(wait: 40_000, at: start)
    #expect(history.estimate(lookbackMinutes: 2, at: start) == 80_000)
    #expect(history.estimate(lookbackMinutes: 2, at: start.advanced(by: 3_600_000)) == -1)
  }

  @Test("a line is served by priority, then by the time of first entering")
  func line() throws {
    var line = WaitingLine()
    _ = line.join("a", priority: 10, at: start)
    _ = line.join("b", priority: 10, at: start)
    _ = line.join("urgent", priority: 1, at: start.advanced(by: 5))
    _ = line.join("c", priority: 10, at: start.advanced(by: 9))
    #expect(line.entries.map(\.task) == ["urgent", "a", "b", "c"])
    let left = line.leave("a")
    let entry = try #require(left)
    #expect(line.position(of: "b") == 2 && line.position(of: "a") == nil)
    line.rejoin(entry)
    #expect(line.position(of: "a") == 2)
  }

  @Test(
    "the ways of writing one number are one caller",
    arguments: [
      ("14085267209", "+14085267209"), ("+14085267209", "+14085267209"),
      ("(408) 526-7209", "+14085267209"), ("1 408 526 7209", "+14085267209"),
      ("0044 20 7946 0018", "+442079460018"), ("011442079460018", "+442079460018"),
      ("anonymous", "anonymous"),
    ])
  func numbers(text: String, expected: String) {
    #expect(DialledNumber(text, region: "US").normalised == expected)
  }

  @Test("what cannot be called is told", arguments: ["", "anonymous", "123", "+1234567890123456"])
  func notDiallable(text: String) {
    #expect(!DialledNumber(text, region: "US").isDiallable)
  }
}
