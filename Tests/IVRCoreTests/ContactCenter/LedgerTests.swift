import Foundation
import Testing

@testable import IVRCore

@Suite("The ledger and its policies")
struct LedgerTests {
  /// A request of a task, at a second.
  static func request(
    _ task: TaskID, _ number: String = "14085267209", ani: String = "12025550101",
    entryPoint: EntryPointID = "e", queue: QueueID = "q", at second: Int64 = 0
  ) -> CallbackRequest {
    CallbackRequest(
      task: task, number: DialledNumber(number, region: "US"),
      ani: DialledNumber(ani, region: "US"), tenant: "o", entryPoint: entryPoint, queue: queue,
      time: SimulationTime(milliseconds: second * 1000))
  }

  static func policy(_ change: (inout DuplicatePolicy) -> Void = { _ in }) -> DuplicatePolicy {
    var policy = DuplicatePolicy()
    change(&policy)
    return policy
  }

  /// Judges and writes what was accepted.
  private static func ask(
    _ request: CallbackRequest, _ policy: DuplicatePolicy, _ ledger: inout Ledger
  ) -> PolicyDecision.Verdict {
    let decision = policy.judge(request, in: ledger)
    if decision.isNewEntry { ledger.reserve(request, memory: policy.memory) }
    if let ended = decision.ended { ledger.release(ended) }
    return decision.verdict
  }

  @Test("the guard accepts, names the duplicate, and knows a replay")
  func strict() {
    var ledger = Ledger()
    let policy = DuplicatePolicy()
    let verdicts = ["t1", "t1", "t2"].map { Self.ask(Self.request($0), policy, &ledger) }
    #expect(verdicts == [.accepted, .replay, .refused(.duplicate(of: "t1"))])
    let off = Self.ask(Self.request("t3"), .off, &ledger)
    #expect(off == .accepted && ledger.count == 2)
    let claims = [ledger.claim("t1"), ledger.claim("t1"), ledger.claim("nobody")]
    #expect(claims == [true, false, false])
    ledger.release("t1")
    let next = Self.ask(Self.request("t2"), policy, &ledger)
    #expect(next == .refused(.duplicate(of: "t3")))
    ledger.release("t3")
    let last = Self.ask(Self.request("t2"), policy, &ledger)
    #expect(last == .accepted && ledger.count(in: "q") == 1)
  }

  @Test("another number of the same task leaves no orphan")
  func alternateNumber() {
    var ledger = Ledger()
    for number in ["+14085267209", "+14085267210"] {
      let verdict = Self.ask(Self.request("t1", number), DuplicatePolicy(), &ledger)
      #expect(verdict == .accepted)
    }
    #expect(ledger.count == 1)
    let verdict = Self.ask(Self.request("t2", "+14085267209"), DuplicatePolicy(), &ledger)
    #expect(verdict == .accepted)
  }

  @Test("a saved ledger is the same ledger")
  func saved() throws {
    var ledger = Ledger()
    for index in 0..<20 {
      let request = Self.request(TaskID(rawValue: "t\(index)"), "+1408526720\(index / 2)")
      ledger.reserve(request, memory: 1_000)
    }
    let data = try JSONEncoder().encode(ledger)
    #expect(try JSONDecoder().decode(Ledger.self, from: data) == ledger)
    #expect(ledger.all.map(\.task.rawValue) == (0..<20).map { "t\($0)" })
  }

  @Test("two waits for a third", arguments: DuplicatePolicy.Action.allCases)
  func two(_ action: DuplicatePolicy.Action) {
    var ledger = Ledger()
    let policy = Self.policy {
      $0.limit = .two
      $0.action = action
    }
    let verdicts = ["t1", "t2", "t3"].map { Self.ask(Self.request($0), policy, &ledger) }
    let wanted: PolicyDecision.Verdict =
      switch action {
      case .refuse: .refused(.duplicate(of: "t1"))
      case .takeOver: .takesOver("t1")
      case .merge: .mergesInto("t1")
      case .replace: .replaces("t1")
      }
    #expect(verdicts == [.accepted, .accepted, wanted])
    #expect(ledger.count == 2)
  }

  /// Key, scope, and whether a request with another number, ani, entry point or queue is one of the
  /// same.
  nonisolated private static let sameness: [(DuplicatePolicy.Key, DuplicatePolicy.Scope, [Bool])] =
    [
      (.callbackNumber, .entryPoint, [false, true, false, true]),
      (.ani, .entryPoint, [true, false, false, true]),
      (.both, .entryPoint, [false, false, false, true]),
      (.callbackNumber, .queue, [false, true, true, false]),
      (.callbackNumber, .tenant, [false, true, true, true]),
    ]

  @Test("what counts as the same", arguments: sameness)
  func same(_ key: DuplicatePolicy.Key, _ scope: DuplicatePolicy.Scope, _ wanted: [Bool]) {
    let policy = Self.policy {
      $0.key = key
      $0.scope = scope
    }
    let others = [
      Self.request("t2", "14085267210"), Self.request("t2", ani: "12025550102"),
      Self.request("t2", entryPoint: "other"), Self.request("t2", queue: "other"),
    ]
    let found = others.map { other in
      var ledger = Ledger()
      _ = Self.ask(Self.request("t1"), policy, &ledger)
      return policy.judge(other, in: ledger).isRefused
    }
    #expect(found == wanted)
  }

  @Test("an earlier request counts for as long as the window")
  func window() {
    var ledger = Ledger()
    let policy = Self.policy { $0.window = 60_000 }
    _ = Self.ask(Self.request("t1"), policy, &ledger)
    #expect(policy.judge(Self.request("t2", at: 59), in: ledger).isRefused)
    #expect(!policy.judge(Self.request("t2", at: 60), in: ledger).isRefused)
  }

  @Test("what is being made is neither taken over nor merged")
  func claimed() {
    var ledger = Ledger()
    let policy = Self.policy { $0.action = .takeOver }
    _ = Self.ask(Self.request("t1"), policy, &ledger)
    _ = ledger.claim("t1")
    #expect(policy.judge(Self.request("t2"), in: ledger).verdict == .refused(.duplicate(of: "t1")))
  }

  @Test("rates, cap, exceptions and numbers refuse, each by its name")
  func limits() {
    var ledger = Ledger()
    let policy = Self.policy {
      $0.limit = .none
      $0.perNumber = .init(limit: 2, window: 60_000)
      $0.perQueue = .init(limit: 4, window: 120_000)
      $0.cap = 5
      $0.exceptions = ["+14085260000", "+1408999*"]
      $0.refusesPremium = true
      $0.refusesImpossible = true
    }
    func ask(_ task: TaskID, _ number: String, _ second: Int64) -> PolicyDecision.Verdict {
      Self.ask(Self.request(task, number, at: second), policy, &ledger)
    }
    #expect(ask("a", "14085260001", 0) == .accepted)
    #expect(ask("b", "14085260001", 1) == .accepted)
    #expect(ask("c", "14085260001", 2) == .refused(.numberThrottled))
    #expect(ask("d", "14085260000", 2) == .refused(.exception))
    #expect(ask("d", "14089991234", 2) == .refused(.exception))
    #expect(ask("d", "19005551234", 2) == .refused(.premium))
    #expect(ask("d", "12", 2) == .refused(.impossible))
    #expect(ask("e", "14085260001", 61) == .accepted)
    #expect(ask("f", "14085260002", 62) == .accepted)
    #expect(ask("g", "14085260003", 63) == .refused(.queueThrottled))
    #expect(ask("g", "14085260003", 122) == .accepted)
    #expect(ask("h", "14085260004", 300) == .refused(.queueFull))
    #expect(ledger.count == 5)
  }

  @Test("every decision says why")
  func why() {
    var ledger = Ledger()
    let policy = Self.policy { $0.cap = 9 }
    let first = policy.judge(Self.request("t1"), in: ledger)
    #expect(
      first.reasons == [
        "0 callbacks wait in the queue; at most 9 may",
        "0 callbacks wait with the same callback number in the entry point; strict allows 1",
      ])
    ledger.reserve(Self.request("t1"))
    let second = policy.judge(Self.request("t2"), in: ledger)
    #expect(
      second.reasons.last
        == "1 callback waits with the same callback number in the entry point, first task t1;"
        + " strict allows 1: refuse")
  }
}
