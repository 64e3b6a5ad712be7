import IVRLanguages
import Testing

@Suite struct SpeechTimingTests {
  @Test(
    "words are counted as they are spoken",
    arguments: [
      ("", 0), ("hello", 1), ("Thank you, for calling!", 4), ("- ... -", 0), ("don't", 1),
      ("twenty-one", 2), ("42", 2), ("100", 2), ("12345", 6), ("1,234", 6), ("1,23", 3),
      ("12.5", 3), ("7209.", 5), ("007", 3), ("3rd", 1), ("21st", 2), ("$42.01", 6), ("50%", 2),
      ("A1", 2), ("5km", 2), ("10:30", 2), ("1234567890123456", 16), ("日本語", 2), ("é", 1),
      ("AT&T", 3), ("½", 1),
    ])
  func words(text: String, count: Int64) throws {
    let prompt = try SSML.render(text, wordsPerMinute: 60)
    #expect(prompt.durationMilliseconds == count * 1_000)
  }

  @Test(
    "pauses are added",
    arguments: [
      ("<break/>", 400), ("<break strength='none'/>", 0), ("<break strength='x-weak'/>", 100),
      ("<break strength='weak'/>", 200), ("<break strength='medium'/>", 400),
      ("<break strength='strong'/>", 700), ("<break strength='x-strong'/>", 1_000),
      ("<break strength='strong' time='1s'/>", 1_000), ("<break time='1.5s'/>", 1_500),
      ("<break time='+250ms'/>", 250), ("<break time='.5s'/>", 500), ("<break time='0.0015s'/>", 1),
      ("<break time='1.25ms'/>", 1), ("<break time='-1s'/>", 400), ("<break time='2 s'/>", 400),
      ("<break time='2m'/>", 400), ("<break time=''/>", 400), ("<break time='1,5s'/>", 400),
      ("<break time='500MS'/>", 400), ("<break time='s'/>", 400), ("<break time='1.s'/>", 400),
      ("<break time='.s'/>", 400), ("<break time='2m' strength='weak'/>", 200),
      ("<break time='99999999999999999999s'/>", 3_600_000), ("<break time='99999s'/>", 3_600_000),
      ("<break time='1s'/><break time='1s'/>", 2_000), ("<audio src='a.wav'/>", 5_000),
    ])
  func pauses(source: String, milliseconds: Int64) throws {
    #expect(try SSML.render("<speak>\(source)</speak>").durationMilliseconds == milliseconds)
  }

  @Test(
    "a rate changes the words inside it",
    arguments: [
      ("slow", 2_333), ("x-slow", 3_000), ("fast", 1_666), ("x-fast", 1_500), ("medium", 2_000),
      ("50%", 3_000), ("+100%", 1_500), ("-50%", 3_000), ("0%", 6_000), ("-100%", 6_000),
      ("900%", 1_200), ("quick", 2_000),
    ])
  func rates(rate: String, milliseconds: Int64) throws {
    let source = "<speak>one <prosody rate='\(rate)'>two</prosody></speak>"
    #expect(try SSML.render(source, wordsPerMinute: 60).durationMilliseconds == milliseconds)
  }

  @Test("rates nest and end with their element")
  func nestedRates() throws {
    let source = """
      <speak><prosody rate="50%">a <prosody rate="+100%">b</prosody> c</prosody> d</speak>
      """
    #expect(try SSML.render(source, wordsPerMinute: 60).durationMilliseconds == 6_000)
  }

  @Test(
    "words per minute round once and stay within bounds",
    arguments: [(160, 1_125), (7, 9_000), (0, 9_000), (-5, 9_000), (1_000_000, 180), (170, 1_058)])
  func pace(wordsPerMinute: Int, milliseconds: Int64) throws {
    let prompt = try SSML.render("one two three", wordsPerMinute: wordsPerMinute)
    #expect(prompt.durationMilliseconds == milliseconds)
  }

  @Test("no prompt is longer than a day")
  func longest() throws {
    let breaks = String(repeating: "<break time='9999s'/>", count: 100)
    #expect(try SSML.render("<speak>\(breaks)</speak>").durationMilliseconds == 86_400_000)
  }
}
