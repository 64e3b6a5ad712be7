/// Menu.
///
/// Enters: begins to speak; a key typed ahead is taken at once where the prompt is interruptible.
/// Waits for: one key, or the no-input timer after the prompt (3 s, 1 to 30).
/// Exits: the key's port (`matched`), `invalid` (`noMatch`), `timeout` (`noInput`).
/// Sets: `OptionEntered`.
/// Source: webex-runtime reference, section 1, "Menu".
extension MenuSettings: ActivityRunner {
  private var wait: DigitWait {
    DigitWait(prompt: prompt, isInterruptible: isInterruptible, entryTimeout: entryTimeout)
  }

  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    try wait.begin(&context)
    guard !context.typeAhead.isEmpty else { return .wait }
    return take(context.typeAhead.removeFirst(), &context)
  }

  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    switch event {
    case .key(let key): return take(key, &context)
    case .timer(.playback): try wait.promptEnded(&context)
    case .timer: return .leave("timeout", .noInput)
    case .answer: break
    }
    return .wait
  }

  func use(of key: DTMF, _ context: ActivityContext) -> KeyUse {
    wait.listens(context) ? .taken : .dropped
  }

  private func take(_ key: DTMF, _ context: inout ActivityContext) -> ActivityStep {
    wait.hush(&context)
    context.output("OptionEntered", .string(key.rawValue))
    return keys.contains(key.rawValue)
      ? .leave(key.rawValue, .matched) : .leave("invalid", .noMatch)
  }
}
