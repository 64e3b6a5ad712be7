extension ScenarioRun {
  /// Where words stand in what a phone has heard and nothing has matched yet; `nil` if nowhere.
  func find(_ words: String, of phone: PhoneID) -> HearingPlace? {
    let wanted = words.lowercased()
    let heard = hearings[phone] ?? []
    var place = places[phone] ?? HearingPlace()
    while place.hearing < heard.count {
      let text = heard[place.hearing].folded
      let rest = text.dropFirst(place.characters)
      if let range = rest.firstRange(of: wanted) {
        place.characters = text.distance(from: text.startIndex, to: range.upperBound)
        return place
      }
      place = HearingPlace(hearing: place.hearing + 1)
    }
    return nil
  }

  /// Marks words as matched; with `toItsEnd` the prompt is heard to its end, unless it is cut.
  ///
  /// Music has no end worth waiting for.
  mutating func match(_ place: HearingPlace, of phone: PhoneID, toItsEnd: Bool) {
    places[phone] = place
    guard let hearing = hearings[phone]?[place.hearing] else { return }
    guard toItsEnd, !hearing.text.hasPrefix("♪"), hearing.end > state.now else { return }
    run(until: hearing.end) { run in
      run.hearings[phone]?.count != place.hearing + 1 || run.state.phones[phone]?.state == .idle
    }
  }

  /// Passes over what was heard before somebody at a phone does something: all prompts but the one
  /// that is still being spoken, and also that one with `evenThat`.
  mutating func passOver(_ phone: PhoneID, evenThat isNewCall: Bool) {
    guard let last = hearings[phone]?.indices.last, let hearing = hearings[phone]?.last else {
      return
    }
    let isOver = isNewCall || hearing.end <= state.now
    if isOver {
      places[phone] = HearingPlace(hearing: last + 1)
    } else if (places[phone]?.hearing ?? 0) < last {
      places[phone] = HearingPlace(hearing: last)
    }
  }

  /// What a phone heard last, in quotes.
  func lastHeard(_ phone: PhoneID) -> String {
    hearings[phone]?.last.map { "\"\($0.text)\"" } ?? "nothing"
  }
}
