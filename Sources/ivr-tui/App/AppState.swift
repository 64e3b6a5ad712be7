import IVRCore
import IVRLanguages

/// Everything the screen is made of, as one value.
struct AppState {
  /// A sentence for the user, shown until the next key, but not for ever: it covers the hint.
  struct Notice: Equatable {
    enum Tone { case plain, good, bad }

    let text: String
    let tone: Tone
    /// Real milliseconds.
    let end: Int64
  }

  /// A key of a phone that is lit for a moment.
  struct LitKey: Equatable {
    let phone: Int
    let key: Character
    /// Real milliseconds.
    let end: Int64
  }

  /// What a phone shows besides what the engine knows.
  struct PhoneFace: Equatable {
    let id: PhoneID
    /// The number being typed.
    var number: String
    /// Whether the next digit replaces the number.
    var isUntouched = true
    /// The task of the call it is in, or was in last.
    var task: TaskID?
  }

  var world: World
  var engine: Engine
  /// The robots, once they were called.
  var load: LiveLoad?
  var clock = LabClock()
  /// Real time at the beginning of this turn.
  var realNow: Int64 = 0
  /// Whether events are due that a turn had no time for.
  var isBehind = false
  var size: Size
  var focus = Pane.phone
  var phones: [PhoneFace]
  /// The phone that is shown.
  var phone = 0
  /// The agent that is shown.
  var agent = 0
  /// The queue that was chosen by hand.
  var queueChoice: QueueID?
  var lit: LitKey?
  var overlay: Overlay?
  var notice: Notice?
  var showsHints = true
  /// Whether a second callback was refused since the start.
  var hasSeenRefusal = false
  var log = LabLog()
  /// What the board's curves are drawn of.
  var board = BoardHistory()
  /// The request of the form that is being sent, and its answer.
  var formRequest: RequestID?
  var formResponse: HTTPResponse?
  /// The rule of the contact center that was broken.
  var breach: Breach?
  /// When the rules were looked at last, in real milliseconds.
  var lastCheck: Int64 = 0
  /// What the rows of a pane must hold.
  var filters: [Pane: String] = [:]
  /// The task whose rows alone are shown.
  var oneCall: TaskID?
  /// The first row of the queue that is shown.
  var queueFirst = 0
  /// How speech is shown.
  var speechView = PromptView.plain
  /// Whether the focused pane fills the screen.
  var isZoomed = false
  var keyMap = KeyMap()
  var looks = Looks()
  /// Commands that were typed, the latest last.
  var history: [String] = []
  /// The demo that plays the lab; nil where people do.
  var demo: DemoShow?
  /// The requests of clients outside.
  var service = LabService()
  /// Whether acts are typed as lines, so that hints name commands and not keys.
  var isPlain = false

  init(world: World, size: Size) {
    self.world = world
    self.size = size
    engine = Engine(world: world)
    phones = Self.faces(world.lab)
  }

  /// Phones with the lab's first number filled in.
  static func faces(_ lab: Lab) -> [PhoneFace] {
    let number = lab.directory.first?.number ?? ""
    return lab.phones.map { PhoneFace(id: $0.id, number: number) }
  }
}

extension Lab {
  /// The entry points that can be dialled.
  var directory: [EntryPoint] { entryPoints.filter { $0.direction == .inbound } }
}

/// What has happened so far, as far as the screen can show it.
struct LabLog {
  /// How many lines are kept of each kind.
  static let limit = 5_000

  private(set) var transcript = Transcript()
  /// Everything that was noticed and nobody took yet; nil where nobody takes it.
  var news: [LabNews]?
  /// What callers noticed.
  private(set) var lines: [TranscriptLine] = []
  /// What the flows and the contact center did, without what is heard and pressed.
  private(set) var rows: [TraceEntry] = []
  /// The last line of the transcript that is shown; nil follows what happens.
  var lastLine: Int?
  /// The selected row of the trace; nil follows what happens.
  var selectedRow: Int?

  /// Adds an entry; returns the lines it gave.
  mutating func add(_ entry: TraceEntry, state: EngineState) -> [TranscriptLine] {
    let told = transcript.add(entry, state: state)
    news?.append(contentsOf: told.map(LabNews.line))
    if !entry.event.isSeenElsewhere { for line in told { lines.appendJoining(line) } }
    if entry.isRow { rows.append(entry) }
    dropOld()
    return told
  }

  private mutating func dropOld() {
    if lines.count > Self.limit {
      lines.removeFirst(Self.limit / 5)
      lastLine = lastLine.map { max(0, $0 - Self.limit / 5) }
    }
    if rows.count > Self.limit {
      rows.removeFirst(Self.limit / 5)
      selectedRow = selectedRow.map { max(0, $0 - Self.limit / 5) }
    }
  }
}

extension TraceEvent {
  /// Whether another pane shows it, so that the transcript has room for what is heard.
  fileprivate var isSeenElsewhere: Bool {
    switch self {
    case .agent, .offered, .leftQueue: true
    default: false
    }
  }
}

extension TraceEntry {
  /// Whether it is a row of the trace; what is heard and pressed stands in the transcript.
  var isRow: Bool {
    switch event {
    case .heard, .pressed: false
    default: true
    }
  }

  /// The activity that was left.
  var activity: ActivityRecord? {
    if case .activity(let record) = event { record } else { nil }
  }
}
