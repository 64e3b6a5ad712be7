import IVRLanguages
import Synchronization

/// Prompts that were read before, so that a thousand callers who hear the same words cost one
/// reading.
///
/// What a prompt sounds like depends on nothing but what it is found by here.
final class PromptMemory: Sendable {
  private struct Key: Hashable {
    let text: String
    let pace: Int
    let language: String
  }

  /// Beyond this many all are forgotten; texts with numbers in them are seldom heard twice.
  private static let limit = 1_000
  /// A longer text is not remembered, in bytes.
  private static let longest = 8_192

  private let prompts = Mutex<[Key: SpokenPrompt]>([:])

  /// What a document sounds like.
  func prompt(
    _ text: String, wordsPerMinute pace: Int, language: String
  ) throws(SSMLError) -> SpokenPrompt {
    let key = Key(text: text, pace: pace, language: language)
    if let known = prompts.withLock({ $0[key] }) { return known }
    let prompt = try SSML.render(text, wordsPerMinute: pace, language: language)
    if text.utf8.count <= Self.longest {
      prompts.withLock { prompts in
        if prompts.count >= Self.limit { prompts.removeAll() }
        prompts[key] = prompt
      }
    }
    return prompt
  }
}
