/// The page of a visitor's request, alive with a script and without.
struct DemoStatusPage {
  let key: String
  let request: DemoRequest
  let status: DemoStatus
  /// The number as its owner would write it.
  let number: String
  let site: String

  var page: DemoPage {
    DemoPage(title: status.title, site: site, place: .other, head: refresh, main: main)
  }

  /// Browsers without script look again by themselves.
  private var refresh: Markup {
    status.isOver ? "" : "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"
  }

  private var main: Markup {
    """
    <h1>Your callback</h1>
    <section class="card status" aria-labelledby="status-heading" data-tone="\(status.tone)"\(events)>
    <h2 id="status-heading" class="quiet">Where it is</h2>
    <div role="status" aria-live="polite" aria-atomic="true">
    <p class="title" data-field="title">\(status.title)</p>
    <p data-field="detail">\(status.detail)</p>
    </div>
    \(steps)
    <p class="hint live" data-live hidden></p>
    </section>
    <dl class="facts">
    <div><dt>Number</dt><dd>\(number)</dd></div>
    <div><dt>When</dt><dd>\(request.choice.words)</dd></div>
    <div><dt>Requested</dt><dd>\(CivilTime(request.time).clock) UTC</dd></div>
    </dl>
    <div class="actions">
    \(cancel)
    <p data-over\(hiddenWhile(!status.isOver))><a class="button" href="\(DemoPath.page)">Ask again</a></p>
    <p data-open\(hiddenWhile(status.isOver))><a href="\(DemoPath.callback(key))">Look again</a></p>
    </div>
    """
  }

  private func hiddenWhile(_ isHidden: Bool) -> Markup { isHidden ? " hidden" : "" }

  private var events: Markup {
    status.isOver
      ? ""
      : " data-events=\"\(DemoPath.events)?key=\(key)\" data-state=\"\(DemoPath.callback(key))\""
  }

  private var steps: Markup? {
    guard !status.steps.isEmpty else { return nil }
    let items = status.steps.enumerated().map { place, name -> Markup in
      let current: Markup = place == status.step ? " aria-current=\"step\"" : ""
      let isPast: Markup = place < status.step ? " class=\"past\"" : ""
      return "<li\(isPast)\(current)>\(name)</li>"
    }
    return """
      <ol class="steps" aria-label="Steps">
      \(items)
      </ol>
      """
  }

  private var cancel: Markup? {
    guard !status.isOver else { return nil }
    return """
      <form method="post" action="\(DemoPath.callback(key))/cancel" data-cancel\(hiddenWhile(!status.canCancel))>
      <button type="submit" class="second">Cancel this callback</button>
      </form>
      """
  }
}

extension DemoChoice {
  /// The choice as the form words it.
  fileprivate var words: String {
    switch self {
    case .now: "Now"
    case .soon: "In five minutes"
    case .agent: "When an agent is free"
    }
  }
}
