/// What a scenario tells those who watch it as a demo.
///
/// Only a chapter changes the lab: it puts everything back to the start. A scenario with stage
/// directions is played without a screen like any other.
public enum StageDirection: Hashable, Sendable {
  /// A part of the screen that a demo can bring forward.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// By its name on the screen.
    case phone, agent, heard, queue, trace
  }

  /// A chapter of a title begins, in a lab where nothing has happened yet.
  case chapter(String)
  /// A sentence is shown, and the story stands still until it can have been read.
  case caption(String)
  /// The story stands still for so many real milliseconds.
  case pause(Int64)
  /// From now on the clock runs so many times as fast.
  case speed(Int64)
  /// A part of the screen comes forward.
  case show(Part)

  /// The fastest clock.
  public static let fastest = 600
}

/// One thing that a scenario did when it was played: with its time, enough to do it again.
public struct ScenarioCue: Hashable, Sendable {
  /// What was done.
  public enum Content: Hashable, Sendable {
    /// An input of the engine.
    case input(EngineInput)
    /// A stage direction.
    case direction(StageDirection)
    /// The scenario, or a chapter of it, is over.
    case end
  }

  /// When, on the clock of the chapter.
  public let time: SimulationTime
  /// What was done.
  public let content: Content

  /// Something that was done at a time.
  public init(time: SimulationTime, content: Content) {
    self.time = time
    self.content = content
  }
}
