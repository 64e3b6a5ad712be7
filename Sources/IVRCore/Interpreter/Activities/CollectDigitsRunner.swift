/// Collect Digits.
///
/// Enters: begins to speak; keys typed ahead count where the prompt is interruptible.
/// Waits for: keys; before the first the no-input timer (3 s, 1 to 30, from the end of the prompt),
/// after each the inter-digit timer (3 s, 0 to 30).
/// Exits: `default` with at least the minimum of digits (`maxDigits`, `terminator`,
/// `interDigitTimeout`), else `invalid`; `timeout` (`noInput`).
/// Sets: `DigitsEntered`, without terminator; kept on `invalid`, empty on `timeout`.
/// Source: webex-runtime reference, section 1, "Collect Digits".
extension CollectDigitsSettings: ActivityRunner {
  private var wait: DigitWait {
    DigitWait(prompt: prompt, isInterruptible: isInterruptible, entryTimeout: entryTimeout)
  }

  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    context.output("DigitsEntered", .string(""))
    try wait.begin(&context)
    while !context.typeAhead.isEmpty {
      let step = try take(context.typeAhead.removeFirst(), &context)
      if step != .wait { return step }
    }
    return .wait
  }

  func resume(
    _ event: ActivityEvent, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    switch event {
    case .key(let key): return try take(key, &context)
    case .timer(.playback): try wait.promptEnded(&context)
    case .timer(.entry): return .leave("timeout", .noInput)
    case .timer(.interDigit): return try finish(.interDigitTimeout, &context)
    case .answer: break
    }
    return .wait
  }

  func use(of key: DTMF, _ context: ActivityContext) -> KeyUse {
    if !wait.listens(context) { return .dropped }
    return key.isDigit || key == terminator ? .taken : .ignored
  }

  private func take(
    _ key: DTMF, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    if key == terminator {
      wait.hush(&context)
      return try finish(.terminator, &context)
    }
    guard key.isDigit else { return .wait }
    wait.hush(&context)
    context.collection.digits += key.rawValue
    if context.collection.digits.count >= (try count(maximum, standard: 10, context)) {
      return try finish(.maxDigits, &context)
    }
    let pause = try context.milliseconds(interDigitTimeout, standard: 3, within: 0...30)
    context.start(.interDigit, milliseconds: pause)
    return .wait
  }

  private func finish(
    _ ending: WaitEnding, _ context: inout ActivityContext
  ) throws(ActivityFailure) -> ActivityStep {
    let digits = context.collection.digits
    context.output("DigitsEntered", .string(digits))
    context.detail("DigitsEntered", digits)
    let isEnough = digits.count >= (try count(minimum, standard: 1, context))
    return isEnough ? .leave("default", ending) : .leave("invalid", .noMatch)
  }

  private func count(
    _ setting: NumberSetting, standard: Double, _ context: ActivityContext
  ) throws(ActivityFailure) -> Int {
    Int(min(max(try context.number(setting, standard: standard), 1), 20))
  }
}
