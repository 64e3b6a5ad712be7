import Testing

@testable import IVRCore

@Suite struct QueueModelTests {
  private func run(_ contacts: [ModelContact], agents: Int = 1) -> QueueModel {
    var model = QueueModel(agents: agents)
    var rest = contacts[...]
    model.run { rest.popFirst() }
    return model
  }

  private func contacts(patience: Int64? = nil) -> [ModelContact] {
    [0, 10, 20].map { ModelContact(arrival: $0 * 1000, handling: 30_000) }.enumerated().map {
      var contact = $0.element
      if $0.offset == 2 { contact.patience = patience }
      return contact
    }
  }

  @Test("one agent, arrivals at 0, 10 and 20 of 30 seconds each wait 0, 20 and 40")
  func plain() {
    let model = run(contacts())
    #expect(model.outcomes.map(\.wait) == [0, 20_000, 40_000])
    #expect(model.outcomes.allSatisfy { $0.isAnswered })
    #expect(model.now == 90_000 && model.busyArea == 90_000 && model.lineArea == 60_000)
  }

  @Test("the third with a patience of 25 hangs up at 45")
  func patience() {
    let model = run(contacts(patience: 25_000))
    #expect(model.outcomes.map(\.wait) == [0, 20_000, 25_000])
    #expect(model.outcomes.map(\.isAnswered) == [true, true, false])
    #expect(model.lineArea == 45_000 && model.now == 60_000)
  }

  @Test("whoever is more urgent goes first; of equal ones who came first")
  func priorities() {
    let model = run([
      ModelContact(arrival: 0, handling: 100), ModelContact(arrival: 1, handling: 100),
      ModelContact(arrival: 2, handling: 100, priority: 1),
      ModelContact(arrival: 3, handling: 100, priority: 1),
    ])
    #expect(model.outcomes.map(\.wait) == [0, 299, 98, 197])
  }

  @Test("an agent who gets free at the very instant of a hang-up takes the contact: it came first")
  func sameInstant() {
    let model = run([
      ModelContact(arrival: 0, handling: 50), ModelContact(arrival: 10, handling: 5, patience: 40),
    ])
    #expect(model.outcomes[1] == QueueModel.Outcome(wait: 40, isAnswered: true))
  }

  @Test("nobody is lost at any moment, and the line's area is the sum of the waits")
  func conservation() {
    var source = QueueModel.Source(
      gaps: .exponential(mean: 10), handling: .logNormal(mean: 50, deviation: 30),
      patience: .exponential(mean: 40), count: 2_000, seed: 5)
    var model = QueueModel(agents: 5)
    var isConserved = true
    model.run(
      observe: { model in
        let done = model.outcomes.count { $0.wait >= 0 }
        isConserved = isConserved && done + model.waiting == model.outcomes.count
      }, next: { source.next() })
    #expect(isConserved)
    #expect(model.outcomes.count == 2_000 && model.waiting == 0 && model.busy == 0)
    #expect(model.lineArea == model.outcomes.reduce(0) { $0 + $1.wait })
  }

  @Test("the same seed gives the same waits")
  func determinism() {
    func waits(_ seed: UInt64) -> [QueueModel.Outcome] {
      var source = QueueModel.Source(
        gaps: .exponential(mean: 10), handling: .exponential(mean: 19), count: 200, seed: seed)
      var model = QueueModel(agents: 2)
      model.run { source.next() }
      return model.outcomes
    }
    #expect(waits(1) == waits(1) && waits(1) != waits(2))
  }
}
