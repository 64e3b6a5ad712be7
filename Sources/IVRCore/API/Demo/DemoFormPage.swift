/// The page where visitors ask for a callback.
struct DemoFormPage {
  let engine: Engine
  /// What the visitor has typed and chosen before.
  var number = ""
  var choice: DemoChoice?
  /// What was wrong with it.
  var fault: Fault?

  /// What can be wrong with what a visitor sends.
  enum Fault: Hashable {
    /// There is no number, or it cannot be called.
    case number
    /// None of the three was chosen.
    case choice

    fileprivate var sentence: String {
      switch self {
      case .number: "Enter a telephone number that we can call, for example +1 408 526 7209."
      case .choice: "Choose when we shall call you."
      }
    }
  }

  var page: DemoPage {
    // Without a policy of its own the form would send "Origin: null": the header forbids referrers.
    DemoPage(
      title: (fault == nil ? "" : "Error: ") + "Request a callback", site: engine.world.lab.name,
      head: "<meta name=\"referrer\" content=\"same-origin\">", main: main)
  }

  private var main: Markup {
    let body = engine.world.lab.demoPage == nil ? closed : form
    return """
      <div class="hero">
      <h1>We call you back</h1>
      <p class="lead">Leave your number instead of waiting on the line. You keep your place, and we ring you.</p>
      </div>
      \(body)
      """
  }

  private var closed: Markup {
    """
    <div class="card"><p>This lab takes no callbacks: its document names no tenant for this page.</p></div>
    """
  }

  private var form: Markup {
    """
    <form class="card" method="post" action="\(DemoPath.callbacks)" novalidate>
    \(error)
    <div class="field">
    <label for="phone">Your telephone number</label>
    <p class="hint" id="phone-hint">With country code, for example +1 408 526 7209</p>
    <input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" maxlength="40" required aria-describedby="phone-hint\(describedBy)" value="\(number)"\(invalid)>
    </div>
    <fieldset>
    <legend>When shall we call?</legend>
    \(option(.now, "Now", "We ring you at once."))
    \(option(.soon, "In five minutes", "Time to find a quiet place."))
    \(option(.agent, "When an agent is free", queueWords))
    </fieldset>
    <button type="submit">Call me back</button>
    </form>
    """
  }

  private var describedBy: String { fault == nil ? "" : " error" }
  private var invalid: Markup { fault == .number ? " aria-invalid=\"true\" autofocus" : "" }

  private var error: Markup? {
    fault.map { "<p class=\"error\" id=\"error\" role=\"alert\">\($0.sentence)</p>" }
  }

  private func option(_ value: DemoChoice, _ label: String, _ hint: String) -> Markup {
    let name = value.rawValue
    let checked: Markup = value == choice ?? .now ? " checked" : ""
    return """
      <div class="choice">
      <input type="radio" id="when-\(name)" name="when" value="\(name)" aria-describedby="hint-\(name)"\(checked)>
      <label for="when-\(name)">\(label)</label>
      <p class="hint" id="hint-\(name)">\(hint)</p>
      </div>
      """
  }

  /// How long the line is in which the visitor would stand.
  private var queueWords: String {
    let lab = engine.world.lab
    guard let settings = lab.demoPage,
      let id = lab.webCallbackTenant(settings.tenant)?.queues
        .first(where: { $0.id == settings.queue })?.queue,
      let queue = engine.state.queues[id]
    else { return "You keep your place in line." }
    let waiting = queue.line.count + engine.offered(of: queue).count
    let line =
      waiting == 0
      ? "Nobody is waiting" : waiting == 1 ? "One person is waiting" : "\(waiting) are waiting"
    let wait = WaitWords.text(
      queue.history.estimate(lookbackMinutes: DemoBoard.lookback, at: engine.state.now))
    return line + (wait.map { "; the wait is \($0)." } ?? ".")
  }
}
