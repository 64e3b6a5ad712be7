import IVRLanguages
import Testing

@Suite struct SSMLRenderTests {
  @Test(
    "text and structure become lines",
    arguments: [
      ("", []),
      ("  \n ", []),
      ("Thank you\n\tfor calling.", ["Thank you for calling."]),
      ("AT&T costs < 5 > 3", ["AT&T costs < 5 > 3"]),
      ("<3 you, <name>", ["<3 you, <name>"]),
      ("I speak & you listen", ["I speak & you listen"]),
      ("<speak/>", []),
      ("<speak>  hello \n\t world  </speak>", ["hello world"]),
      ("\n <speak>hello</speak>\n", ["hello"]),
      ("<speak>a &amp; b &lt;c&gt; &#233;</speak>", ["a & b <c> é"]),
      ("<speak><![CDATA[a < b]]></speak>", ["a < b"]),
      ("<speak>a<?pi x?>b<!-- no --></speak>", ["ab"]),
      ("<speak><p>One.</p><p>Two.</p></speak>", ["One.", "Two."]),
      ("<speak>Zero<p><s>One.</s><s>Two.</s></p>Three</speak>", ["Zero", "One. Two.", "Three"]),
      (
        "<speak>a <emphasis level='strong'>big</emphasis>, <emphasis>x</emphasis>y</speak>",
        ["a big, xy"]
      ),
      ("<speak>a<break/>b<break time='999ms'/>c</speak>", ["a b c"]),
      ("<speak>a<break time='1s'/>b<break strength='x-strong'/>c</speak>", ["a", "b", "c"]),
      ("<speak>The <sub alias='W 3 C'>W3C</sub>.</speak>", ["The W 3 C."]),
      ("<speak>a<mark name='m'/>b</speak>", ["a b"]),
      (
        "<speak>a<audio src='https://x.example/m/busy.wav?v=1'/>b</speak>",
        ["a [audio busy.wav] b"]
      ),
      ("<speak><audio src='a.wav'><desc>noise</desc>All busy</audio></speak>", ["All busy"]),
      ("<speak><audio src='a.wav'><audio src='b.wav'>inner</audio></audio></speak>", ["inner"]),
      ("<speak><metadata><x>no</x></metadata><meta name='a' content='b'/>hi</speak>", ["hi"]),
      ("<speak><voice name='J'>a</voice><lang xml:lang='fr'>b</lang><w>c</w></speak>", ["abc"]),
      (
        "<x:speak xmlns:x='http://www.w3.org/2001/10/synthesis'>hi<x:break/>there</x:speak>",
        ["hi there"]
      ),
      ("<speak version='1.1' xmlns='http://www.w3.org/2001/10/synthesis'>x</speak>", ["x"]),
      ("<?xml version='1.0' encoding='ISO-8859-1'?><speak>é</speak>", ["é"]),
      (
        "<speak>You typed <say-as interpret-as='telephone'>14085267209</say-as>.</speak>",
        ["You typed 1 408 526 7209."]
      ),
    ])
  func lines(source: String, expected: [String]) throws {
    let prompt = try SSML.render(source)
    #expect(prompt.lines == expected)
    #expect(prompt.text == expected.joined(separator: " "))
  }

  @Test(
    "control characters are visible",
    arguments: [
      ("a\u{1B}[2Jb", "a␛[2Jb"), ("a\u{0}b\u{7F}", "a␀b␡"), ("a\u{9B}31m", "a�31m"),
      ("a\u{202E}b", "a�b"), ("a\u{A0}\u{2028}b", "a b"),
      ("<speak>a\u{9B}b</speak>", "a�b"),
      ("<speak><sub alias='a&#x9B;b'>x</sub></speak>", "a�b"),
      ("<speak><say-as interpret-as='characters'>a&#x7F;</say-as></speak>", "a ␡"),
      ("<speak><audio src='a&#x85;b'/></speak>", "[audio a b]"),
    ])
  func controls(source: String, expected: String) throws {
    #expect(try SSML.render(source).text == expected)
  }

  @Test(
    "what is heard otherwise than shown is named once",
    arguments: [
      ("<speak>plain</speak>", []),
      (
        "<speak><prosody pitch='low'>a</prosody><prosody>b</prosody></speak>",
        ["<prosody> is shown as plain text"]
      ),
      (
        "<speak><mark name='a'/><voice>b</voice><mark name='c'/></speak>",
        ["<mark> is not shown", "<voice> is shown as plain text"]
      ),
      ("<speak><audio src='a.wav'/></speak>", ["<audio> is shown by its name"]),
      ("<speak><audio src='a.wav'>b</audio></speak>", ["<audio> is shown as the text inside it"]),
      ("<speak><sub>b</sub></speak>", ["<sub> without alias is shown as its text"]),
      (
        "<speak><brek/></speak>",
        ["<brek> is no element of SSML 1.1; its text is shown; did you mean \"break\"?"]
      ),
      (
        "<speak xmlns:amazon='urn:a'><amazon:effect>x</amazon:effect></speak>",
        ["<amazon:effect> is no element of SSML 1.1; its text is shown"]
      ),
      ("<speak><say-as>1</say-as></speak>", ["<say-as> without interpret-as is shown as its text"]),
      (
        "<speak><say-as interpret-as='ordnal'>1</say-as></speak>",
        [
          "interpret-as \"ordnal\" is unknown; its text is shown as written"
            + "; did you mean \"ordinal\"?"
        ]
      ),
      (
        "<speak><say-as interpret-as='date'>soon</say-as></speak>",
        ["\"soon\" cannot be read as date; it is shown as written"]
      ),
      (
        "<speak><break time='2 s'/></speak>",
        ["time \"2 s\" of <break> is no time such as 1.5s or 250ms"]
      ),
      (
        "<speak><break strength='loud'/></speak>",
        ["strength \"loud\" of <break> is no strength; it counts as medium"]
      ),
      (
        "<speak><prosody rate='1.5'>x</prosody></speak>",
        [
          "<prosody> is shown as plain text",
          "rate \"1.5\" of <prosody> is no rate such as slow or 80%",
        ]
      ),
    ])
  func notes(source: String, expected: [String]) throws {
    #expect(try SSML.render(source).notes == expected)
  }

  @Test("notes are limited")
  func manyNotes() throws {
    let body = (0..<500).map { "<x\($0)/>" }.joined()
    let notes = try SSML.render("<speak>\(body)</speak>").notes
    #expect(notes.count == 21)
    #expect(notes.last == "further notes are left out")
  }

  @Test("text of elements that cannot be rendered is kept")
  func keptText() throws {
    let source = """
      <speak><blink>a</blink> <say-as interpret-as="nonsense">b <emphasis>c</emphasis></say-as>
      <say-as interpret-as="date" format="mdy">13/45/2024</say-as></speak>
      """
    #expect(try SSML.render(source).text == "a b c 13/45/2024")
  }
}
