/// Texts that are read character by character.
struct SpelledText {
  /// Whose words.
  let language: SpeechLanguage

  /// Every character apart, blanks left out.
  func saying(_ text: String) -> Saying {
    let characters = text.filter { $0 != " " }.map(String.init)
    return Saying(shown: characters.joined(separator: " "), spoken: words(text))
  }

  /// Digits one by one, shown apart; punctuation between them is not spoken.
  func digits(_ text: String) -> Saying? {
    guard text.contains(where: \.isNumber) else { return nil }
    let spoken = text.filter { $0.isLetter || $0.isNumber || "+*#".contains($0) }
    return Saying(shown: saying(text).shown, spoken: words(spoken))
  }

  /// Letters as capitals, digits as numbers, other characters by their names.
  func words(_ text: String) -> String {
    text.filter { !$0.isWhitespace }.map(word).joined(separator: " ")
  }

  private func word(_ character: Character) -> String {
    if let digit = character.wholeNumberValue, (0...9).contains(digit) {
      return language.words.whole(Int64(digit))
    }
    if character.isLetter {
      let capital = character.uppercased()
      return capital.count == 1 ? capital : String(character)
    }
    return SymbolNames.name(of: character, language: language) ?? String(character)
  }
}
