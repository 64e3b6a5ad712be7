import IVRLanguages

/// The wait for keys that Menu and Collect Digits share: a prompt that may be interrupted, then a
/// timer for the first key that starts when the prompt has ended.
///
/// Source: webex-runtime reference, section 1; VoiceXML 2.0, appendix D, for the timers.
struct DigitWait {
  let prompt: PromptSettings
  let isInterruptible: Bool
  let entryTimeout: NumberSetting

  /// Begins to speak.
  ///
  /// Keys typed ahead stay for an interruptible prompt and are dropped for another.
  func begin(_ context: inout ActivityContext) throws(ActivityFailure) {
    if !isInterruptible { context.typeAhead = [] }
    context.speak(try context.utterance(prompt))
    context.thread.memory = .collecting(DigitCollection())
  }

  /// Whether a key can be taken now.
  func listens(_ context: ActivityContext) -> Bool {
    isInterruptible || !(context.collection.isSpeaking)
  }

  /// Stops the prompt and the timers because a key came.
  func hush(_ context: inout ActivityContext) {
    context.cancel(.playback)
    context.cancel(.entry)
    context.collection.isSpeaking = false
  }

  /// The prompt has ended: the wait for the first key begins.
  func promptEnded(_ context: inout ActivityContext) throws(ActivityFailure) {
    context.collection.isSpeaking = false
    let wait = try context.milliseconds(entryTimeout, standard: 3, within: 1...30)
    context.start(.entry, milliseconds: wait)
  }
}

extension ActivityContext {
  /// The keys collected so far.
  var collection: DigitCollection {
    get { if case .collecting(let digits) = thread.memory { digits } else { DigitCollection() } }
    set { thread.memory = .collecting(newValue) }
  }
}
