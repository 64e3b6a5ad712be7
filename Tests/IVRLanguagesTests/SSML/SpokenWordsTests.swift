import IVRLanguages
import Testing

@Suite struct SpokenWordsTests {
  private func spoken(
    _ kind: String, _ text: String, format: String? = nil, language: String = "en-US"
  ) throws -> String {
    let format = format.map { " format=\"\($0)\"" } ?? ""
    return try SSML.render(
      "<speak xml:lang='\(language)'><say-as interpret-as='\(kind)'\(format)>\(text)</say-as></speak>"
    ).spokenText
  }

  @Test(
    "English",
    arguments: [
      ("cardinal", "-12.50", nil, "minus twelve point five zero"),
      ("cardinal", "XIV", nil, "fourteen"), ("ordinal", "XXI", nil, "twenty-first"),
      (
        "cardinal", "123456789012", nil,
        "one hundred twenty-three billion four hundred fifty-six million "
          + "seven hundred eighty-nine thousand twelve"
      ),
      (
        "cardinal", "1234567890123456789", nil,
        "one two three four five six seven eight nine zero one two three four five six seven eight nine"
      ),
      ("ordinal", "0", nil, "zeroth"), ("ordinal", "1,000,000th", nil, "one millionth"),
      ("number", "3", "ordinal", "third"), ("number", "12", "digits", "one two"),
      ("digits", "4-0 7", nil, "four zero seven"),
      ("characters", "a.b@c_1", nil, "A dot B at C underscore one"),
      (
        "telephone", "1-800-FLOWERS x12", nil,
        "one eight zero zero F L O W E R S extension one two"
      ),
      ("date", "03/05/2024", "mm/dd/yyyy", "March fifth twenty twenty-four"),
      ("date", "5th March 2024", "dmy", "March fifth twenty twenty-four"),
      ("date", "5", "d", "fifth"), ("date", "2000", "y", "two thousand"),
      ("time", "9:05am", nil, "nine oh five a m"), ("time", "14:00", "hms24", "fourteen hundred"),
      ("time", "14h30", nil, "fourteen thirty"), ("time", "1:02:01", nil, "one oh two one second"),
      ("duration", "01:18:30", nil, "one hour eighteen minutes and thirty seconds"),
      ("duration", "PT1H", nil, "one hour"), ("duration", "0:00", nil, "zero seconds"),
      ("currency", "-$5.5", nil, "minus five dollars and fifty cents"),
      ("currency", "C$1.01", nil, "one Canadian dollar and one cent"),
      ("currency", "¥500", nil, "five hundred yen"),
      (
        "currency", "$1.999", nil,
        "one point nine nine nine dollars"
      ),
      ("unit", "1.5 km/h", nil, "one point five kilometers per hour"),
      ("unit", "3 feet", nil, "three feet"), ("unit", "2 blorps", nil, "two blorps"),
      ("fraction", "3/4", nil, "three quarters"),
      (
        "fraction", "2+3/8", nil,
        "two and three eighths"
      ), ("fraction", "1½", nil, "one and a half"),
      ("fraction", "3/100", nil, "three hundredths"), ("fraction", "1/8", nil, "one eighth"),
      ("fraction", "1+1/8", nil, "one and an eighth"), ("address", "5 St.", nil, "5 St."),
    ] as [(String, String, String?, String)])
  func english(kind: String, text: String, format: String?, words: String) throws {
    #expect(try spoken(kind, text, format: format) == words)
  }

  @Test(
    "other languages",
    arguments: [
      ("es", "cardinal", "21", "veintiuno"), ("es", "ordinal", "3ª", "tercera"),
      ("es", "date", "2024-03-05", "cinco de marzo de dos mil veinticuatro"),
      ("es", "currency", "€21,50", "veintiún euros con cincuenta céntimos"),
      ("es", "currency", "€1000000", "un millón de euros"),
      ("es", "unit", "1 h", "una hora"), ("es", "fraction", "2/3", "dos tercios"),
      ("es", "time", "2:30pm", "dos treinta de la tarde"),
      ("es", "characters", "a-1", "A guion uno"), ("es", "digits", "10", "uno cero"),
      ("fr", "cardinal", "-71", "moins soixante-et-onze"), ("fr", "ordinal", "1re", "première"),
      ("fr", "cardinal", "1,5", "un virgule cinq"),
      ("fr", "date", "2024-03-01", "premier mars deux mille vingt-quatre"),
      ("fr", "time", "14:30", "quatorze heures trente"),
      ("fr", "currency", "€1.01", "un euro et un centime"),
      ("fr", "unit", "5 km", "cinq kilomètres"),
      ("de", "cardinal", "21", "einundzwanzig"), ("de", "ordinal", "3.", "dritte"),
      ("xx", "cardinal", "21", "twenty-one"),
    ])
  func languages(language: String, kind: String, text: String, words: String) throws {
    #expect(try spoken(kind, text, language: language) == words)
  }

  @Test("xml:lang counts within its element and comes back after it")
  func nested() throws {
    let say = "<say-as interpret-as='cardinal'>2</say-as>"
    let source = "<speak>\(say) <lang xml:lang='fr'>\(say)</lang> \(say)</speak>"
    #expect(try SSML.render(source).spokenText == "two deux two")
  }

  @Test(
    "the annotated view",
    arguments: [
      ("a<break time='500ms'/>b", ["a [pause 500 ms] b"]),
      ("a<break strength='strong'/>b", ["a [pause 700 ms, strong] b"]),
      ("<emphasis>a</emphasis> <emphasis level='strong'>b</emphasis>", ["*a* **b**"]),
      ("<prosody rate='slow'>a</prosody> b", ["[slow]a[/slow] b"]),
      ("<voice name='Ann'>a</voice>", ["[voice Ann]a[/voice]"]),
      ("<audio src='x/a.wav'/>", ["[audio a.wav]"]),
      ("<audio src='a.wav'>text</audio>", ["[audio a.wav] text"]),
      ("<mark name='m'/>a", ["[mark m] a"]), ("<sub alias='b'>a</sub>", ["b [sub a]"]),
      (
        "<say-as interpret-as='telephone'>911</say-as>", ["911 [telephone: nine one one]"]
      ),
    ])
  func annotated(source: String, lines: [String]) throws {
    #expect(try SSML.render("<speak>\(source)</speak>").lines(in: .annotated) == lines)
  }

  @Test("the raw view is the source with its control characters visible")
  func raw() throws {
    let prompt = try SSML.render("\n<speak>\n\ta\u{7F}\r\n</speak>\n")
    #expect(prompt.lines(in: .raw) == ["<speak>", "  a␡", "</speak>"])
    let plain = try SSML.render("hello")
    #expect(plain.views == PromptViews())
    #expect(PromptView.allCases.allSatisfy { plain.lines(in: $0) == ["hello"] })
  }

  @Test("a prosody duration takes the place of what is inside")
  func span() throws {
    let source = "<speak>a <prosody duration='9s'>b <break/> c</prosody></speak>"
    #expect(try SSML.render(source, wordsPerMinute: 60).durationMilliseconds == 10_000)
  }
}
