import IVRCore

/// What a person at a phone does.
enum PhoneAction: Equatable {
  case key(Character)
  case erase
  case dial
  case answer
  case hangUp
  case confirm
  case other(Int)
  case openDirectory
}

extension AppState {
  mutating func perform(_ action: PhoneAction) {
    guard let face else { return }
    switch action {
    case .key(let key): press(key: key)
    case .erase: erase()
    case .dial: dial(face.number)
    case .answer: answer()
    case .hangUp: submit(.hangUp(face.id))
    case .confirm: submit(.confirm(face.id))
    case .other(let step): show(phone: (phone + step + phones.count) % phones.count)
    case .openDirectory: overlay = .list(.directory(lab, number: face.number))
    }
  }

  /// Answers the phone shown, else the one that rings.
  private mutating func answer() {
    if shownPhone?.state.isRinging != true, let ringing = ringingPhone { show(phone: ringing) }
    if let face { submit(.answer(face.id)) }
  }

  mutating func show(phone: Int) {
    self.phone = phone
    lit = nil
  }

  private mutating func press(key: Character) {
    lit = LitKey(phone: phone, key: key, end: realNow + Self.lightTime)
    guard let face, shownPhone?.state == .idle else {
      if let face, let key = DTMF(key) { submit(.press(face.id, key)) }
      return
    }
    phones[phone].number = face.isUntouched ? String(key) : face.number + String(key)
    phones[phone].isUntouched = false
    let limit = 20
    if phones[phone].number.count > limit { phones[phone].number = face.number }
  }

  /// How long a key is lit, in real milliseconds.
  static let lightTime: Int64 = 150

  private mutating func erase() {
    phones[phone].isUntouched = false
    _ = phones[phone].number.popLast()
  }

  /// Dials a number and remembers it for the next time.
  mutating func dial(_ number: String) {
    guard let face else { return }
    phones[phone].number = number
    phones[phone].isUntouched = true
    queueChoice = nil
    submit(.dial(face.id, number: number))
    if shownPhone?.lastEnding == .notInService, shownPhone?.state == .idle {
      say(Strings.notInService(written(number)), .bad)
    }
  }
}
