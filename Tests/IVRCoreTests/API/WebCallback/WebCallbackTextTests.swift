import IVRTestSupport
import Testing

@testable import IVRCore

@Suite struct WebCallbackTextTests {
  @Test(
    "a query is cut as browsers send it",
    arguments: [
      ("/x?a=1&b=2", "a", "1"), ("/x?a=b=c", "a", "b=c"), ("/x?a=%5Bx%7Cy%5D", "a", "[x|y]"),
      ("/x?a=[x|https://y/z]", "a", "[x|https://y/z]"), ("/x?a=1+2", "a", "1 2"),
      ("/x?a=%2B1", "a", "+1"), ("/x?a=%zz%4", "a", "%zz%4"), ("/x?a=%+5", "a", "% 5"),
      ("/x?a=1&a=2", "a", "2"), ("/x?a=", "a", nil), ("/x?a", "a", nil), ("/x", "a", nil),
      ("/x?b?a=1", "b?a", "1"), ("/x?a=%E4%BD%A0", "a", "你"), ("/x?a=%ff", "a", "\u{FFFD}"),
      ("/x?&&=&a=1&", "a", "1"), ("/x?a=1#b=2", "b", nil), ("/x?a=$y$", "a", "$y$"),
    ] as [(String, String, String?)])
  func splitting(address: String, name: String, value: String?) {
    #expect(FormText(query: address)[name] == value)
  }

  @Test("the body of a form wins over the query")
  func bodyWins() {
    let form = FormText(query: "/x?a=1&b=2").overridden(by: FormText(body: "a=3&c=4"))
    #expect([form["a"], form["b"], form["c"]] == ["3", "2", "4"])
  }

  private static let lists: [(String, [String]?)] = [
    ("", []), ("[a|b]", ["a=b"]), ("[a|b][c|d]", ["a=b", "c=d"]), ("[a|]", ["a="]),
    ("[a|b|c]", ["a=b|c"]), (" [a|b]\n [c|d] ", ["a=b", "c=d"]), ("[a|b][a|c]", ["a=b", "a=c"]),
    ("[a|[b]", ["a=[b"]), ("[a", nil), ("a|b]", nil), ("[a]", nil), ("[|b]", nil),
    ("[a|b]x", nil), ("[a|b]]", nil), ("[[a|b]", nil), ("x[a|b]", nil),
  ]
  private static let longLists: [(String, [String]?)] = [
    (String(repeating: "[a|b]", count: 200), Array(repeating: "a=b", count: 200)),
    (String(repeating: "[a|b]", count: 201), nil),
    ("[a|" + String(repeating: "b", count: 20_000) + "]", nil),
  ]

  @Test("a list of pairs is read, blanks between them do not matter", arguments: lists + longLists)
  func pairs(text: String, expected: [String]?) {
    #expect(BracketPairs.read(text)?.map { $0.name + "=" + $0.value } == expected)
  }

  @Test("names that begin with ctl_ are the system's, and only one of them is known")
  func systemData() {
    let list = BracketPairs.read(
      "[ctl_callbackUrl|https://x.example/a?b=c][ctl_other|1][mine|2][mine|3]")
    let data = WebCallbackUserData(list ?? [])
    #expect(data.callbackURL == "https://x.example/a?b=c")
    #expect(data.pairs.map(\.value) == ["2", "3"])
    #expect(data.warnings.count == 1)
    for bad in ["ftp://x", "javascript:alert(1)", "https://", "http://a\nb", "", "https://u@h/"] {
      let data = WebCallbackUserData([TaskAttribute(name: "ctl_callbackUrl", value: bad)])
      #expect(data.callbackURL == nil && data.warnings.count == 1, "\(bad)")
    }
  }

  @Test(
    "ctl_error goes before the fragment, behind what is there",
    arguments: [
      ("http://x/a", "http://x/a?ctl_error=7"), ("http://x/a?b=c", "http://x/a?b=c&ctl_error=7"),
      ("http://x/a#f", "http://x/a?ctl_error=7#f"),
      ("http://x/?b#f?", "http://x/?b&ctl_error=7#f?"),
      ("http://x/a?", "http://x/a?ctl_error=7"), ("http://x/a?b&", "http://x/a?b&ctl_error=7"),
    ])
  func backWithError(back: String, expected: String) {
    let answer = WebCallbackReply.refused(.badQueue, back: back)
    #expect(answer.status == 302 && answer.headers == [HTTPHeader("Location", expected)])
  }

  @Test("what is no plain text is escaped in the header, so that nobody adds a header")
  func headerText() {
    #expect(WebAddress.headerText("http://x/ä b\r\nX: y") == "http://x/%C3%A4%20b%0D%0AX:%20y")
    #expect(!WebAddress.isUsable("http://x/\r\nX: y") && WebAddress.isUsable(" HTTPS://x/a b "))
  }

  @Test(
    "telephone numbers are digits, with the marks that people write",
    arguments: [
      ("16505551212", "16505551212"), ("+1 (650) 555-12.12", "16505551212"), ("", nil), ("+", nil),
      ("1650a", nil), ("++1", nil), ("1+2", nil), ("٣٣٣", nil), ("()", nil),
      (String(repeating: "1", count: 33), nil),
    ] as [(String, String?)])
  func digits(text: String, expected: String?) {
    #expect(PhoneDigits.read(text) == expected)
  }

  private var tokens: WebCallbackTokens {
    var facts = WebCallbackTokens.Facts()
    facts.callerID = "18006664444"
    facts.transaction = 12
    facts.task = "guid-1"
    facts.answered = CivilTime.parse("2026-01-05T10:00:00Z")
    facts.hungUp = CivilTime.parse("2026-01-05T11:02:03Z")
    facts.notes = "a $year$ note"
    facts.codes = ["RES", "AGAIN"].map {
      .init(wrapUpCode: $0, list: "Outcome", code: $0, description: "It is \($0)")
    }
    let now = CivilTime.parse("2026-07-09T05:04:03Z") ?? SimulationTime(milliseconds: 0)
    return WebCallbackTokens(facts: facts, timeZone: "America/Los_Angeles", now: now)
  }

  @Test(
    "every token stands for what the page says",
    arguments: [
      ("$caller_id$", "18006664444"), ("$transaction_id$", "12"),
      ("$call_answered_time$", "1767607200"), ("$call_hangup_time$", "1767610923"),
      ("$callAnsweredTenantTT$", "2026/01/05 02:00:00 -0800"),
      ("$callHangupTenantTT$", "2026/01/05 03:02:03 -0800"), ("$callDuration$", "01:02:03"),
      ("$equal$", "="), ("$interaction_guid$", "guid-1"), ("$year$", "2026"), ("$month$", "07"),
      ("$date$", "08"), ("$hours$", "22"), ("$minutes$", "04"), ("$seconds$", "03"),
      ("$transaction_codes$", "Outcome:RES,Outcome:AGAIN"), ("$notes$", "a $year$ note"),
      ("$lastTclListName$", "Outcome"), ("$lastTclCodeDesc$", "It is AGAIN"),
      ("$lastTclCodeShort$", "AGAIN"),
    ])
  func token(text: String, expected: String) {
    #expect(tokens.replaced(in: text) == expected)
    #expect(WebCallbackTokens.names.contains(String(text.dropFirst().dropLast())))
  }

  @Test(
    "what is no token stays, and tokens stand anywhere",
    arguments: [
      ("$nope$", "$nope$"), ("$Year$", "$Year$"), ("$", "$"), ("a$$b", "a$$b"), ("", ""),
      ("$year$month$", "2026month$"), ("$year$-$month$", "2026-07"), ("$x$year$", "$x2026"),
      ("5$ and $equal$", "5$ and ="), ("$$year$$", "$2026$"),
    ])
  func noToken(text: String, expected: String) {
    #expect(tokens.replaced(in: text) == expected)
  }

  @Test("there are twenty tokens, and a call that never was has zeros and nothing")
  func unanswered() {
    #expect(WebCallbackTokens.names.count == 20)
    let tokens = WebCallbackTokens(
      facts: .init(), timeZone: "UTC", now: SimulationTime(milliseconds: 0))
    let text = "$call_answered_time$,$call_hangup_time$,$callAnsweredTenantTT$,$callDuration$"
    #expect(tokens.replaced(in: text) == "0,0,,00:00:00")
  }
}
