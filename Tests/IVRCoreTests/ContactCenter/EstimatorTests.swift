import Testing

@testable import IVRCore

@Suite struct EstimatorTests {
  @Test(
    "position, handle time and patience give the worked waits of the reference",
    arguments: [
      (5, 300.0, nil, 1, 60_000, 60_000), (5, 300, nil, 4, 240_000, 240_000),
      (5, 300, 180.0, 4, 240_000, 171_000), (1, 180, nil, 2, 360_000, 360_000),
      (0, 180, nil, 2, nil, nil), (0, 180, 60, 2, nil, nil),
    ] as [(Int, Double, Double?, Int, Int64?, Int64?)])
  func facts(
    staffed: Int, handleTime: Double, patience: Double?, position: Int, plain: Int64?,
    erlang: Int64?
  ) {
    let facts = WaitFacts(
      position: position, staffed: staffed, handleTime: handleTime, patience: patience)
    #expect(facts.staffedWait == plain)
    #expect(facts.erlangWait == erlang)
  }

  @Test("a wait scatters with the root of the position; without experience nothing is known")
  func spread() {
    #expect(WaitFacts(position: 4, staffed: 5, handleTime: 300).spread == 120_000)
    let nothing = WaitFacts(position: 4, staffed: 5, handleTime: nil)
    #expect(nothing.spread == nil && nothing.staffedWait == nil && nothing.erlangWait == nil)
  }

  @Test("the average of Asterisk moves by a quarter of each wait, in whole seconds")
  func holdTime() {
    var holdTime = HoldTime()
    let averages = ([40, 20, 100, 0] as [Int64]).map { wait -> Int64 in
      holdTime.record(wait)
      return holdTime.seconds
    }
    #expect(averages == [10, 12, 34, 25])
  }

  @Test(
    "what Asterisk says shrinks while one waits, then grows again",
    arguments: [(95, 10, 1, 50), (60, 300, 3, 30), (60, 90, 0, 0), (0, 0, 0, 30)])
  func announcement(average: Int64, waited: Int64, minutes: Int64, seconds: Int64) {
    var holdTime = HoldTime()
    while holdTime.seconds < average { holdTime.record(4 * average - 3 * holdTime.seconds) }
    let rounded = holdTime.announcement(afterWaiting: waited, rounding: 10)
    let plain = holdTime.announcement(afterWaiting: waited)
    #expect(rounded.minutes == minutes && rounded.seconds == seconds)
    #expect(plain.minutes == minutes && plain.seconds == 0)
  }

  @Test("the pace needs two starts, and looks at the latest 32")
  func pace() {
    var pace = ServicePace()
    let start = SimulationTime(milliseconds: 1_000)
    pace.started(afterWaiting: 5_000, at: start)
    #expect(pace.littlesWait(position: 3) == nil)
    pace.started(afterWaiting: 5_000, at: start.advanced(by: 10_000))
    #expect(pace.littlesWait(position: 3) == 30_000)
    for index in 0..<32 {
      pace.started(afterWaiting: 0, at: start.advanced(by: 100_000 + Int64(index) * 2_000))
    }
    #expect(pace.littlesWait(position: 3) == 6_000)
  }

  @Test("patience is all the waiting for each hang-up")
  func patience() {
    var pace = ServicePace()
    #expect(pace.facts(position: 1, staffed: 1).patience == nil)
    pace.started(afterWaiting: 50_000, at: SimulationTime(milliseconds: 0))
    pace.hungUp(afterWaiting: 30_000)
    pace.hungUp(afterWaiting: 40_000)
    pace.handled(90_000)
    pace.handled(110_000)
    let facts = pace.facts(position: 1, staffed: 1)
    #expect(facts.patience == 60 && facts.handleTime == 100)
  }

  @Test(
    "a callback is near its turn by position and estimate",
    arguments: [
      (1, 999, true), (9, 5, true), (10, 5, false), (4, 15, true), (5, 15, false), (1, 35, true),
      (2, 25, false), (2, 35, false),
    ])
  func trigger(position: Int, seconds: Int64, isReady: Bool) {
    #expect(ReadyTrigger.isReady(position: position, seconds: seconds) == isReady)
  }

  @Test(
    "an estimate is spoken in minutes, and what is unknown not at all",
    arguments: [
      (0, "less than a minute"), (59, "less than a minute"), (60, "about 1 minute"),
      (61, "about 2 minutes"), (3599, "about 1 hour"), (3600, "about 1 hour"),
      (3661, "about 1 hour and 2 minutes"), (7320, "about 2 hours and 2 minutes"), (-1, nil),
      (nil, nil),
    ] as [(Int64?, String?)])
  func words(seconds: Int64?, text: String?) {
    #expect(WaitWords.text(seconds.map { $0 < 0 ? -1 : $0 * 1000 }) == text)
  }

  @Test("a score tells bias from distance, and counts what was unknown")
  func score() {
    var score = EstimateScore()
    for (estimate, wait) in [(100_000, 70_000), (0, 90_000), (nil, 5_000)] as [(Int64?, Int64)] {
      score.record(estimate: estimate, wait: wait)
    }
    #expect(score.count == 3 && score.unknown == 1 && score.known == 2)
    #expect(score.withinMinute == 1)
    #expect(score.meanError == -30_000 && score.meanAbsoluteError == 60_000)
  }

  @Test("a forecast keeps each estimate, and unknown ones apart from 0")
  func forecast() {
    let forecast = WaitForecast { $0 == .webex ? -1 : $0 == .ewma ? 0 : $0 == .erlang ? nil : 7 }
    #expect(forecast[.webex] == nil && forecast[.ewma] == 0 && forecast[.littles] == 7)
    #expect(forecast[.staffed] == 7 && forecast[.erlang] == nil)
  }
}
