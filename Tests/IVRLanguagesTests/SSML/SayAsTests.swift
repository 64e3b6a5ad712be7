import IVRLanguages
import Testing

@Suite struct SayAsTests {
  /// What `say-as` shows, and the number of words it takes at 60 words per minute.
  func say(
    _ kind: String, _ text: String, format: String? = nil, language: String = "en-US"
  ) throws -> (shown: String, words: Int64, noted: Bool) {
    let format = format.map { " format=\"\($0)\"" } ?? ""
    let source = "<speak><say-as interpret-as=\"\(kind)\"\(format)>\(text)</say-as></speak>"
    let prompt = try SSML.render(source, wordsPerMinute: 60, language: language)
    return (prompt.text, prompt.durationMilliseconds / 1_000, !prompt.notes.isEmpty)
  }

  @Test(
    "telephone numbers come in groups, each digit a word",
    arguments: [
      ("14085267209", "1 408 526 7209", 11), ("+14085267209", "+1 408 526 7209", 11),
      ("+1 (408) 526-7209", "+1 408 526 7209", 11), ("408-526-7209", "408 526 7209", 10),
      ("(781) 771-7777", "781 771 7777", 10), ("5267209", "526 7209", 7), ("911", "911", 3),
      ("24085267209", "240 852 672 09", 11), ("12345678", "123 456 78", 8), ("1234", "1234", 4),
      ("+442079460958", "+44 207 946 0958", 12), ("+353123456", "+353 123 456", 9),
      ("+74951234567", "+7 495 123 4567", 11), ("+4", "+4", 1),
      ("408-526-7209x12", "408 526 7209 ext. 12", 13),
      ("408 526 7209 ext. 12", "408 526 7209 ext. 12", 13),
      ("1-800-FLOWERS", "1-800-FLOWERS", 11), ("*67", "*67", 3),
    ])
  func telephone(text: String, shown: String, words: Int64) throws {
    #expect(try say("telephone", text) == (shown, words, false))
  }

  @Test(
    "characters and digits stand apart",
    arguments: [
      ("characters", "ABC", "A B C", 3), ("spell-out", "A1 B2", "A 1 B 2", 4),
      ("verbatim", "é", "é", 1), ("digits", "123", "1 2 3", 3), ("characters", "x-1", "x - 1", 3),
      ("Characters", "10", "1 0", 2), ("characters", "", "", 0),
    ])
  func characters(kind: String, text: String, shown: String, words: Int64) throws {
    #expect(try say(kind, text) == (shown, words, false))
  }

  @Test(
    "numbers are written with their thousands apart",
    arguments: [
      ("cardinal", "1", "1", 1), ("cardinal", "21", "21", 2),
      ("number", "1234567", "1,234,567", 11),
      ("cardinal", "1,234", "1,234", 6), ("cardinal", "-5", "-5", 2), ("cardinal", "007", "7", 1),
      ("cardinal", "12.5", "12.5", 3), ("cardinal", "0.5", "0.5", 3), ("cardinal", ".5", "0.5", 3),
      ("cardinal", "1000000000", "1,000,000,000", 2), ("cardinal", "100", "100", 2),
      ("ordinal", "1", "1st", 1), ("ordinal", "2", "2nd", 1), ("ordinal", "3", "3rd", 1),
      ("ordinal", "11", "11th", 1), ("ordinal", "112", "112th", 3), ("ordinal", "22nd", "22nd", 2),
      ("ordinal", "1001", "1,001st", 3), ("ordinal", " 3 ", "3rd", 1),
      ("fraction", "1/2", "1/2", 2), ("fraction", "1+1/4", "1 1/4", 4),
      ("fraction", "2/9", "2/9", 2), ("unit", "10 foot", "10 foot", 2), ("unit", "5km", "5 km", 2),
      ("unit", "25°C", "25°C", 4), ("unit", "90%", "90%", 2), ("unit", "100 mph", "100 mph", 5),
      ("expletive", "damn", "[bleep]", 1), ("bleep", "damn", "[bleep]", 1),
    ])
  func numbers(kind: String, text: String, shown: String, words: Int64) throws {
    #expect(try say(kind, text) == (shown, words, false))
  }

  @Test(
    "sums of money have their sign first",
    arguments: [
      ("$42.01", "$42.01", 6), ("$1", "$1", 2), ("$0.99", "$0.99", 3), ("$0", "$0", 2),
      ("$1,234.56", "$1,234.56", 11), ("1234.5 USD", "$1,234.50", 10), ("USD 10", "$10", 2),
      ("$10USD", "$10", 2), ("€5.50", "€5.50", 5), ("£3.02", "£3.02", 5), ("-$5", "-$5", 3),
      ("10 CAD", "CAD 10", 3), ("42", "42", 2),
    ])
  func currency(text: String, shown: String, words: Int64) throws {
    #expect(try say("currency", text) == (shown, words, false))
  }

  @Test(
    "dates are written out",
    arguments: [
      ("dmy", "10/09/1960", "September 10, 1960", 4), ("ymd", "1960/9/10", "September 10, 1960", 4),
      ("mdy", "3-5-2024", "March 5, 2024", 5), ("yyyymmdd", "20240305", "March 5, 2024", 5),
      ("yyyymmdd", "2024-03-05", "March 5, 2024", 5), ("yyyymmdd", "????0922", "September 22", 3),
      ("md", "09/10", "September 10", 2), ("dm", "10/09", "September 10", 2),
      ("ym", "1960/09", "September 1960", 3), ("my", "9/1960", "September 1960", 3),
      ("y", "1900", "1900", 2), ("m", "9", "September", 1), ("d", "5", "5th", 1),
      ("mdy", "3/5/24", "March 5, 2024", 5), ("mdy", "3/5/70", "March 5, 1970", 4),
      ("mdy", "Mar 5 2024", "March 5, 2024", 5), ("mdy", "2/29/2024", "February 29, 2024", 6),
      (nil, "2024-03-05", "March 5, 2024", 5), (nil, "3/5/2024", "March 5, 2024", 5),
      (nil, "20240305", "March 5, 2024", 5), (nil, "1905", "1905", 3),
    ])
  func dates(format: String?, text: String, shown: String, words: Int64) throws {
    #expect(try say("date", text, format: format) == (shown, words, false))
  }

  @Test(
    "times are written as a clock shows them",
    arguments: [
      ("2:30pm", "2:30 PM", 4), ("2:30 p.m.", "2:30 PM", 4), ("2:00pm", "2:00 PM", 3),
      ("2pm", "2 PM", 3), ("12:00am", "12:00 AM", 3), ("1:02:03", "1:02:03", 5),
      ("23:59", "23:59", 4), ("1430", "14:30", 2), ("1'21\"", "1 min 21 s", 6),
      ("05:07", "5:07", 3),
    ])
  func times(text: String, shown: String, words: Int64) throws {
    #expect(try say("time", text) == (shown, words, false))
  }

  @Test(
    "what cannot be read is shown as written, with a note",
    arguments: [
      ("cardinal", nil, "abc"), ("cardinal", nil, "1,23"), ("cardinal", nil, "1.2.3"),
      ("ordinal", nil, "first"), ("ordinal", nil, "1.5"), ("digits", nil, "none"),
      ("telephone", nil, "none"), ("currency", nil, "money"), ("currency", nil, "5 dollars and"),
      ("date", "mdy", "13/45/2024"), ("date", "mdy", "2/29/2023"), ("date", "mdy", "tomorrow"),
      ("date", "xyz", "3/5/2024"), ("date", "mdy", "3/5"), ("time", nil, "25:00"),
      ("time", nil, "13:00pm"), ("time", nil, "2:60"), ("time", nil, "noon"), ("unit", nil, "km"),
      ("fraction", nil, "1/0"), ("fraction", nil, "one half"), ("nonsense", nil, "abc"),
    ])
  func unreadable(kind: String, format: String?, text: String) throws {
    let said = try say(kind, text, format: format)
    #expect(said.shown == text)
    #expect(said.noted)
  }

  @Test(
    "other languages write in their own order",
    arguments: [
      ("date", "3/5/2024", "en-GB", "May 3, 2024"), ("date", "3/5/2024", "fr-FR", "2024-05-03"),
      ("ordinal", "3", "de-DE", "3."), ("ordinal", "1", "fr", "1er"),
      ("ordinal", "3", "es_MX", "3º"),
      ("cardinal", "1234", "de-DE", "1234"),
    ])
  func languages(kind: String, text: String, language: String, shown: String) throws {
    #expect(try say(kind, text, language: language).shown == shown)
  }
}
