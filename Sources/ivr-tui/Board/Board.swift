import IVRCore
import IVRLanguages

/// The wall board: all queues, all agents, the estimators beside real waits, curves, and whether the
/// rules of the contact center hold.
enum Board {
  static func lines(_ state: AppState, width: Int) -> [Line] {
    let parts = [
      light(state, width: width) + queues(state, width: width), callbacks(state, width: width),
      agents(state, width: width), curves(state, width: width), estimators(state),
    ]
    return Array(parts.joined(separator: [.blank]))
  }

  // MARK: Queues

  /// The columns of the name and of each figure.
  private static func name(_ width: Int) -> Int { width < 100 ? 16 : 30 }
  private static let widths = [5, 7, 6] + WaitEstimator.allCases.map { _ in 8 }

  private static func row(_ cells: [String]) -> String {
    zip(cells, widths).map { TextWrap.fit($0, width: $1, alignment: .right) }.joined()
  }

  private static func queues(_ state: AppState, width: Int) -> [Line] {
    let heads = ["wait", "oldest", "SL"] + WaitEstimator.allCases.map(\.rawValue)
    let head = Line(
      fit("queue", name(width)) + row(heads),
      .dim)
    let rows = state.engine.state.queues.values.map { row($0, state, name(width)) }
    return [head] + rows + [Line(Strings.Board.level(state.lab.load.threshold), .dim)]
  }

  private static func row(_ queue: ContactQueue, _ state: AppState, _ name: Int) -> Line {
    let oldest = queue.line.entries.map(\.firstEntered).min().map { state.now.since($0) }
    let forecast = state.engine.estimates(of: queue.id)
    let waits = WaitEstimator.allCases.map { forecast?[$0].map(span) ?? "—" }
    let cells = [String(queue.line.count), oldest.map(span) ?? "—", level(queue)] + waits
    let isShown = queue.id == state.queue?.id
    return Line([
      Span(
        fit((isShown ? "▸" : " ") + VisibleText.line(queue.name), name), isShown ? .accent : .text),
      Span(row(cells)),
    ])
  }

  /// The share of those answered in time among all who were answered or gave up.
  private static func level(_ queue: ContactQueue) -> String {
    let counters = queue.counters
    let all = counters.answered + counters.abandoned
    return all == 0 ? "—" : "\(counters.answeredInTime * 100 / all) %"
  }

  private static func span(_ wait: Int64) -> String { wait < 0 ? "—" : Format.span(wait) }
  private static func fit(_ text: String, _ width: Int) -> String {
    TextWrap.fit(text, width: width)
  }

  // MARK: Callbacks

  private static func callbacks(_ state: AppState, width: Int) -> [Line] {
    var counts = CallbackCounts()
    for task in state.engine.state.tasks.values where task.isCallback { counts.add(task) }
    let refused = state.engine.state.queues.values.reduce(0) { $0 + $1.counters.refused }
    let text =
      "callbacks: \(counts.waiting) waiting · \(counts.dialled) dialled · \(counts.talking) talking"
      + " · \(counts.reached) reached · \(counts.failed) failed · \(refused) refused"
    return TextWrap.wrap(text, width: width).map { Line($0) }
  }

  private struct CallbackCounts {
    var (waiting, dialled, talking, reached, failed) = (0, 0, 0, 0, 0)

    mutating func add(_ task: ContactTask) {
      if task.customer.isRinging {
        dialled += 1
      } else if task.callback?.isProcessed == true {
        if task.status == .connected { talking += 1 } else { reached += 1 }
      } else if task.status == .ended || task.status == .wrapup {
        failed += 1
      } else {
        waiting += 1
      }
    }
  }

  // MARK: Agents

  /// Several agents to a line.
  private static func agents(_ state: AppState, width: Int) -> [Line] {
    let cell = 37
    let spans = state.engine.state.agents.values.map { agent -> Span in
      let look = agent.state.look
      let time = Format.span(state.now.since(agent.since))
      let name = VisibleText.line(agent.name)
      return Span(fit("\(look.glyph) \(name)  \(agent.state.words) \(time)", cell), look.role)
    }
    let columns = max(1, width / cell)
    return stride(from: 0, to: spans.count, by: columns).map { start in
      Line(Array(spans[start..<min(spans.count, start + columns)]))
    }
  }

  // MARK: Curves

  private static func curves(_ state: AppState, width: Int) -> [Line] {
    guard let queue = state.queue else { return [] }
    let samples = (state.board.samples[queue.id] ?? []).suffix(max(10, width - 30))
    let title = Line(Strings.Board.curves(VisibleText.line(queue.name)), .dim)
    guard samples.count > 1 else { return [title, Line(Strings.Board.noCurves, .dim)] }
    return [
      title,
      curve("waiting", samples.map { Double($0.waiting) }) { String(Int($0)) },
      curve("answered", samples.map { Double($0.answered) }) { String(Int($0)) },
      curve("EWT", samples.map { $0.estimate.map(Double.init) }) { Format.span(Int64($0)) },
    ]
  }

  private static func curve(
    _ name: String, _ values: [Double?], _ written: (Double) -> String
  ) -> Line {
    let most = values.compactMap { $0 }.max().map(written) ?? "—"
    return Line([
      Span(fit(name, 10), .dim), Span(Sparkline.text(values), .accent), Span("  max \(most)", .dim),
    ])
  }

  // MARK: Estimators

  /// How far each estimator was off for those who were answered.
  private static func estimators(_ state: AppState) -> [Line] {
    guard let queue = state.queue, let wait = queue.forecasts.lastWait else {
      return [Line(Strings.Board.nobodyAnswered, .dim)]
    }
    let last = queue.forecasts.lastForecast
    let head = Line("the last one waited \(Format.span(wait)); was told, and the mean error:", .dim)
    return [head]
      + WaitEstimator.allCases.map { estimator in
        let score = queue.forecasts.score(of: estimator)
        let told = last?[estimator].map(span) ?? "—"
        let error = score.meanAbsoluteError.map { Format.span(Int64($0)) } ?? "—"
        return Line(
          "  " + fit(estimator.rawValue, 10) + fit(told, 8)
            + "off by \(error) over \(score.known) known, \(score.unknown) unknown")
      }
  }

  // MARK: Rules

  private static func light(_ state: AppState, width: Int) -> [Line] {
    let text = state.breach.map { "✗ \(VisibleText.line($0.text))" } ?? "✓ \(Strings.Board.sound)"
    return TextWrap.wrap(text, width: width).map { Line($0, state.breach == nil ? .good : .bad) }
  }
}

extension Strings {
  /// The wall board.
  enum Board {
    static let title = "Board"
    static let sound =
      "calls conserved · Little's law · line in order · an agent for each dial"
      + " · one dial a number · one call each"
    static func level(_ seconds: Double) -> String {
      "SL: answered in \(Int(seconds)) s of all answered or abandoned · webex: last 40 min"
    }
    static let noCurves = "A sample every 30 s; nothing to draw yet."
    static let nobodyAnswered = "Nobody was answered yet: estimates have no wait to compare with."
    static func curves(_ queue: String) -> String { "\(queue), every 30 s" }
  }
}
