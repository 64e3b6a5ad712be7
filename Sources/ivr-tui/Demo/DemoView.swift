import IVRLanguages

/// A demo's captions and keys, below the panes.
enum DemoView {
  /// The rows that the longest caption takes, so that nothing jumps; 1 without a demo.
  static func rows(_ state: AppState) -> Int {
    guard let demo = state.demo else { return 1 }
    let longest = demo.captions.map { wrapped($0, state.size.width).count }.max() ?? 0
    return min(max(1, longest), 4)
  }

  /// The caption.
  static func lines(_ demo: DemoShow, width: Int) -> [Line] {
    wrapped(demo.caption, width).map { Line(" " + $0) }
  }

  /// The keys, and the chapter.
  static func help(_ demo: DemoShow) -> Line {
    let place = Strings.Demo.place(demo)
    return Line(
      Strings.Demo.keys(demo).flatMap { key in
        [Span(" " + key.0, .helpKey), Span(" \(key.1) ", .help)]
      }, right: [Span(VisibleText.line(place) + " ", demo.isPlaying ? .title : .warning)])
  }

  private static func wrapped(_ caption: String, _ width: Int) -> [String] {
    TextWrap.wrap(VisibleText.line(caption), width: max(1, width - 2))
  }
}

extension Strings {
  /// What a demo says about itself.
  enum Demo {
    static let isYours = "The demo has stopped and the lab is yours; space lets the clock run."
    static let isYoursTyped = "The demo has stopped and the lab is yours."
    static let nothingWaits = "No callback waits."

    static func chapter(_ number: Int, of count: Int, _ title: String) -> String {
      "Chapter \(number) of \(count): \(title)"
    }

    /// The same, short.
    static func place(_ demo: DemoShow) -> String {
      (demo.isOver ? "the end · " : demo.isPaused ? "paused · " : "Demo ")
        + "\(demo.chapter + 1)/\(demo.chapters.count) \(demo.title)"
    }

    /// How many callbacks wait where.
    static func ending(_ queues: [(queue: String, count: Int)]) -> String {
      guard !queues.isEmpty else { return nothingWaits }
      let parts = queues.map { entry in
        "\(entry.count) callback\(entry.count == 1 ? " waits" : "s wait") in \(entry.queue)"
      }
      return "At the end of the chapter " + parts.joined(separator: ", ") + "."
    }

    static func keys(_ demo: DemoShow) -> [(String, String)] {
      [
        ("space", demo.isOver ? "again" : demo.isPaused ? "go on" : "pause"),
        ("← →", "chapter"), ("q", "quit"), ("other keys", "take over"),
      ]
    }
  }
}
