import IVRCore

/// Robots in the lab on the screen.
extension AppState {
  /// Calls the robots of the lab document, or sends them home.
  mutating func turnLoad(on isOn: Bool) {
    guard !lab.load.callers.isEmpty || !lab.load.agents.isEmpty else {
      return say(Strings.Load.none, .bad)
    }
    guard isOn != (load?.isOn ?? false) else {
      return say(isOn ? Strings.Load.isOn : Strings.Load.isOff, .bad)
    }
    if load == nil {
      load = LiveLoad(joining: &engine, seed: lab.seed)
    } else {
      load?.turn(on: isOn, in: &engine)
    }
    if !clock.hasBegun {
      clock.begin()
      anchorClock()
    }
    settle()
    say(isOn ? Strings.Load.begins : Strings.Load.ends, .good)
  }
}

extension Strings {
  /// The robots in the lab.
  enum Load {
    static let none = "The lab document has no load: robots need load.callers and load.agents."
    static let isOn = "The robots are here already."
    static let isOff = "There are no robots here."
    static let begins = "Robots call and answer now; :load off sends them home."
    static let ends = "No more robots call; who is in a call or a talk finishes it."
  }
}
