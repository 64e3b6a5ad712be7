import IVRCore

/// A demo that is being shown: its chapters, and where it stands.
///
/// It was played without a screen before, so it holds what was done and when; the same acts at the
/// same times give the same story.
struct DemoShow {
  /// A part of the story that begins in a fresh lab.
  struct Chapter {
    let title: String
    let cues: [ScenarioCue]
  }

  let chapters: [Chapter]
  /// The chapter that is shown.
  private(set) var chapter = 0
  /// Whether the chapter's lab is there.
  private(set) var hasBegun = false
  private var place = 0
  /// The sentence that is shown.
  var caption = ""
  /// When the story goes on that stands still to be read, in real milliseconds.
  private(set) var holdEnd: Int64?
  /// How long it stands still after a pause by the user.
  private var holdLeft: Int64?
  /// Whether the user stopped it.
  private(set) var isPaused = false
  private(set) var isOver = false

  /// A demo from the score of a scenario; `name` is the title of a story without chapters.
  init(_ name: String, _ score: [ScenarioCue]) {
    var chapters: [Chapter] = []
    for cue in score {
      if case .direction(.chapter(let title)) = cue.content {
        chapters.append(Chapter(title: title, cues: []))
        continue
      }
      let open = chapters.popLast() ?? Chapter(title: name, cues: [])
      chapters.append(Chapter(title: open.title, cues: open.cues + [cue]))
    }
    self.chapters = chapters.filter { !$0.cues.isEmpty }
  }

  /// Whether the story moves, or stands still only to be read.
  var isPlaying: Bool { !isPaused && !isOver }

  var title: String { chapters.indices.contains(chapter) ? chapters[chapter].title : "" }

  /// What is done next.
  var cue: ScenarioCue? {
    guard chapters.indices.contains(chapter) else { return nil }
    return place < chapters[chapter].cues.count ? chapters[chapter].cues[place] : nil
  }

  /// Every caption, for the room they need.
  var captions: [String] {
    chapters.flatMap(\.cues).compactMap { cue in
      if case .direction(.caption(let text)) = cue.content { text } else { nil }
    }
  }

  mutating func passCue() { place += 1 }

  /// Goes to the beginning of a chapter, which the next turn makes.
  mutating func go(to chapter: Int) {
    guard chapters.indices.contains(chapter) else { return }
    self.chapter = chapter
    place = 0
    caption = ""
    (holdEnd, holdLeft) = (nil, nil)
    (hasBegun, isPaused, isOver) = (false, false, false)
  }

  mutating func begin() { hasBegun = true }

  mutating func end() { isOver = true }

  mutating func hold(until end: Int64?) { holdEnd = end }

  /// Stops, or goes on with as much time to read as was left.
  mutating func setPaused(_ isPaused: Bool, at now: Int64) {
    self.isPaused = isPaused
    if isPaused {
      holdLeft = holdEnd.map { max(0, $0 - now) }
    } else {
      holdEnd = holdLeft.map { now + $0 }
      holdLeft = nil
    }
  }
}
