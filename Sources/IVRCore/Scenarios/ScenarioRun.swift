/// A scenario while it is played: the engine with everything that has been seen of it.
///
/// The clock never waits; events are taken one after the other until a sentence is settled.
struct ScenarioRun {
  /// Words that a phone heard.
  struct Hearing {
    let text: String
    /// The words in small letters, as they are compared.
    let folded: String
    /// When the prompt will have been spoken, if nothing cuts it.
    let end: SimulationTime
  }

  /// Up to where what a phone heard has been matched.
  struct HearingPlace {
    var hearing = 0
    /// Characters of that hearing that are matched.
    var characters = 0
  }

  var engine: Engine
  let names: ScenarioNames
  private(set) var trace: [TraceEntry] = []
  private(set) var lines: [TranscriptLine] = []
  private(set) var cues: [ScenarioCue] = []
  /// The answers to clients, in order.
  private(set) var answers: [HTTPResponse] = []
  private(set) var hearings: [PhoneID: [Hearing]] = [:]
  var places: [PhoneID: HearingPlace] = [:]
  /// Where the trace stood when the latest acts began.
  private(set) var actsBegan = 0
  /// Where the trace stood when the chapter began.
  private var chapterBegan = 0
  private var wasAct = false
  private var transcript = Transcript()
  private let outside: ScenarioRunner.Outside?
  private var stepsLeft = Self.stepLimit
  /// How many events a scenario may take.
  static let stepLimit = 2_000_000

  /// A run that has not begun, of a lab with the scenario's settings.
  init(
    _ world: World, _ settings: [ScenarioSetting], _ outside: ScenarioRunner.Outside? = nil
  ) {
    self.outside = outside
    let world = world.with(settings)
    engine = Engine(world: world)
    names = ScenarioNames(world: world)
  }

  var state: EngineState { engine.state }

  /// The entries of the trace since the latest acts began.
  var latest: ArraySlice<TraceEntry> { trace[actsBegan...] }

  /// The entries of the trace since the chapter began.
  var chapterTrace: ArraySlice<TraceEntry> { trace[chapterBegan...] }

  /// Notes whether the next sentence is an act: the first of several acts in a row is where looking
  /// at the trace begins.
  mutating func begin(isAct: Bool) {
    if isAct, !wasAct { actsBegan = trace.count }
    wasAct = isAct
  }

  /// Puts an input in and lets everything happen that it causes at this instant.
  mutating func submit(_ input: EngineInput) {
    cue(.input(input))
    engine.submit(input)
    pass(0)
  }

  /// Notes what is done.
  mutating func cue(_ content: ScenarioCue.Content) {
    cues.append(ScenarioCue(time: state.now, content: content))
  }

  /// Takes a stage direction; it leaves the same mark in the transcript as a remark of the lab.
  mutating func follow(_ direction: StageDirection) {
    if case .chapter = direction { beginChapter() }
    cue(.direction(direction))
    switch direction {
    case .chapter(let text), .caption(let text):
      lines.append(TranscriptLine(time: state.now, phone: nil, kind: .note, text: text))
    case .pause, .speed, .show: break
    }
  }

  /// Puts the lab back to its start; trace and transcript go on.
  private mutating func beginChapter() {
    if !cues.isEmpty { cue(.end) }
    engine = Engine(world: names.world)
    transcript = Transcript()
    hearings = [:]
    places = [:]
    actsBegan = trace.count
    chapterBegan = trace.count
    wasAct = false
  }

  /// Lets time pass, in milliseconds.
  mutating func pass(_ milliseconds: Int64) {
    run(until: state.now.advanced(by: milliseconds)) { _ in false }
  }

  /// Takes events until something is so or a time has come; returns whether it is so.
  @discardableResult
  mutating func run(until limit: SimulationTime, _ isSo: (ScenarioRun) -> Bool) -> Bool {
    while !isSo(self) {
      guard let next = engine.nextEventTime, next <= limit, stepsLeft > 0 else {
        engine.advance(to: limit)
        return isSo(self)
      }
      step()
    }
    return true
  }

  /// Whether no further event is taken.
  var isExhausted: Bool { stepsLeft == 0 }

  private mutating func step() {
    stepsLeft -= 1
    for output in engine.step() {
      switch output {
      case .trace(let entry): note(entry)
      case .response(_, let response): answers.append(response)
      case .send(let request): send(request)
      }
    }
  }

  /// Nobody outside hears what a scenario tells; a flow may ask a real host.
  private mutating func send(_ request: OutgoingRequest) {
    guard request.isOfFlow else { return }
    let nobody = HTTPOutcome.transportError("Real hosts are not called here.")
    engine.submit(.delivered(request.id, outside?(request) ?? nobody))
  }

  private mutating func note(_ entry: TraceEntry) {
    trace.append(entry)
    for line in transcript.add(entry, state: state) { lines.appendJoining(line) }
    guard case .heard(let utterance) = entry.event, let task = entry.task,
      let phone = transcript.phone(of: task)
    else { return }
    hearings[phone, default: []].append(
      Hearing(
        text: utterance.text, folded: utterance.text.lowercased(),
        end: entry.time.advanced(by: utterance.milliseconds)))
  }
}

extension World {
  /// The world with what a scenario changes in its lab before the start.
  public func with(_ settings: [ScenarioSetting]) -> World {
    var world = self
    for setting in settings { world.lab.apply(setting) }
    return world
  }
}

extension Lab {
  /// Changes what a scenario wants changed; what it names is there, as its check has found.
  fileprivate mutating func apply(_ setting: ScenarioSetting) {
    switch setting.content {
    case .earlierWaits(let queue, let waits):
      guard let place = queues.firstIndex(where: { $0.name == queue }) else { return }
      queues[place].earlierWaits = [EarlierWaits(minutesAgo: 1, waits: waits)]
    case .number(let phone, let number):
      guard let place = phones.firstIndex(where: { $0.id == phone }) else { return }
      phones[place].number = number
    }
  }
}
