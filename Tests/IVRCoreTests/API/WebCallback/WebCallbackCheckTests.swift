import IVRLanguages
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite struct WebCallbackCheckTests {
  private static let one = "callback_type=1&channel_number=18006661212"
  private static let two = "callback_type=2&queue_id=103"

  private static let causes: [Int: [String]] = [
    1: [
      "/SC/webcallback.php", "/SC/webcallback.php?tenant=Nobody",
      "/SC/webcallback.php?tenant=Asleep&token=asleep-token",
      "/SC/webcallback.php?tenant=acme&token=\(WebCallbackLab.token)",
    ],
    2: [
      "/SC/webcallback.php?tenant=Without&token=without-token",
      "/SC/webcallback.php?tenant=Without&token=x",
    ],
    3: [
      "/SC/webcallback.php?tenant=Acme", "/SC/webcallback.php?tenant=Acme&token=",
      "/SC/webcallback.php?tenant=Acme&token=x",
    ],
    10: [q(""), q("callback_type=")],
    14: [q("callback_type=3"), q("callback_type=01"), q("callback_type=1x")],
    17: [q("\(one)&phone="), q("\(one)&phone=abc"), q("\(one)&phone=%20")],
    12: [q("callback_type=1"), q("callback_type=1&channel_number=")],
    13: [
      q("callback_type=1&channel_number=1"), q("callback_type=1&channel_number=x"),
      q("callback_type=1&channel_number=18006664444"),
    ],
    11: [
      q("\(one)&callback_delay=x"), q("\(one)&callback_delay=1x"), q("\(one)&callback_delay=inf"),
      q("\(one)&callback_delay=nan"), q("\(one)&callback_delay=0x1"),
    ],
    7: [q("callback_type=2"), q("callback_type=2&queue_id="), q("callback_type=2&queue_id=999")],
    8: [q("callback_type=2&queue_id=105"), q("callback_type=2&queue_id=107")],
    9: [q("callback_type=2&queue_id=106")],
    16: [
      q("\(two)&extTransactionData=\(String(repeating: "x", count: 501))"),
      q("\(one)&extTransactionData=\(String(repeating: "x", count: 501))"),
    ],
  ]

  @Test("every code has its cause", arguments: causes.keys.sorted())
  func codes(code: Int) {
    for target in Self.causes[code] ?? [] {
      var driver = WebCallbackLab.driver()
      let answer = driver.code(target)
      #expect(answer == code, "\(target)")
      #expect(driver.engine.state.tasks.count == 0)
    }
  }

  private static func q(_ pairs: String) -> String { WebCallbackLab.query(pairs) }

  @Test(
    "what the page leaves open is taken",
    arguments: [
      one, two, "\(one)&callback_delay=0", "\(one)&callback_delay=-3", "\(one)&callback_delay=5.5",
      "\(one)&callback_delay=1e2", "\(one)&callback_delay=", "\(one)&queue_id=106",
      "\(two)&channel_number=1", "\(two)&callback_delay=x", "\(two)&expiration=x",
      "\(two)&expiration=-1", "\(two)&dialplan_id=77", "\(two)&ctl_userdata=[broken",
      "\(two)&extTransactionData=\(String(repeating: "%C3%A4", count: 500))",
      "\(two)&caller_id=nobody", "\(two)&unknown=1", "\(two)&callback_type=2",
      "callback_type=9&\(two)", "\(two)&expiration=1e300", "\(one)&callback_delay=1e300",
      "\(two)&phone=%2B1%20(650)%20555-1212",
    ])
  func accepted(pairs: String) {
    var driver = WebCallbackLab.driver()
    #expect(driver.code(WebCallbackLab.query(pairs)) == 0)
    #expect(driver.engine.state.tasks.count == 1)
  }

  @Test("the first hit of the table is the answer")
  func order() {
    let codes = WebCallbackCheck.order.map(\.error.rawValue)
    #expect(codes == [15, 19, 1, 2, 3, 10, 14, 17, 12, 13, 11, 7, 8, 9, 16, 19])
    // Each request has every fault from a place of the table on; what is mended moves the answer.
    let long = String(repeating: "x", count: 501)
    let tail = "&extTransactionData=\(long)"
    let path = "/SC/webcallback.php?"
    let token = WebCallbackLab.token
    let steps: [(String, Int)] = [
      ("tenant=Without&token=x" + tail, 2), ("tenant=Acme&token=x" + tail, 3),
      ("tenant=Acme&token=\(token)" + tail, 10),
      ("tenant=Acme&token=\(token)&callback_type=9" + tail, 14),
      ("tenant=Acme&token=\(token)&callback_type=1&callback_delay=x" + tail, 17),
      ("tenant=Acme&token=\(token)&callback_type=1&callback_delay=x&phone=1" + tail, 12),
      (
        "tenant=Acme&token=\(token)&callback_type=1&callback_delay=x&phone=1&channel_number=2"
          + tail, 13
      ),
      (
        "tenant=Acme&token=\(token)&callback_type=1&callback_delay=x&phone=1"
          + "&channel_number=18006661212" + tail, 11
      ),
      ("tenant=Acme&token=\(token)&callback_type=2&phone=1&queue_id=107" + tail, 8),
      ("tenant=Acme&token=\(token)&callback_type=2&phone=1&queue_id=106" + tail, 9),
      ("tenant=Acme&token=\(token)&callback_type=2&phone=1&queue_id=103" + tail, 16),
    ]
    var driver = WebCallbackLab.driver()
    for (pairs, code) in steps { #expect(driver.code(path + pairs) == code, "\(pairs)") }
    driver.act(.setFault(.webCallbackDown(true)))
    for (pairs, _) in steps { #expect(driver.code(path + pairs) == 15) }
    driver.act(.setFault(.webCallbackDown(false)))
    #expect(driver.code(path + steps[0].0) == 2)
  }

  @Test("a strict tenant refuses what a lenient one leaves out")
  func strict() {
    let start = "/SC/webcallback.php?tenant=Strict&token=strict-token&phone=1&callback_type=2"
    var driver = WebCallbackLab.driver()
    for pair in [
      "expiration=x", "dialplan_id=1", "ctl_userdata=[x", "extTransactionData=nothing",
    ] {
      #expect(driver.code(start + "&queue_id=1&" + pair) == 19, "\(pair)")
    }
    #expect(driver.code(start + "&queue_id=1&expiration=5&ctl_userdata=[a|b]") == 0)
  }

  @Test("the status without a page to go back to follows the code, simulator codes say so")
  func replies() {
    let statuses = WebCallbackError.allCases.map { WebCallbackReply.refused($0, back: nil).status }
    #expect(
      statuses == [
        400, 400, 403, 400, 400, 400, 400, 400, 400, 400, 400, 503, 400, 400, 500, 409, 429, 503,
        400,
      ])
    for error in WebCallbackError.allCases {
      let answer = WebCallbackReply.refused(error, back: nil)
      #expect(answer.body.hasPrefix("ctl_error=\(error.rawValue) "))
      #expect(answer.body.contains("simulator") == (error.rawValue >= 900))
    }
    #expect(!WebCallbackError.allCases.map(\.rawValue).contains { [4, 5, 6, 18].contains($0) })
  }

  @Test("a page to go back to is an http address, else the answer is plain")
  func back() throws {
    var driver = WebCallbackLab.driver()
    let good = "http%3A%2F%2Fx.example%2Fa%3Fb%3Dc%23f"
    let refused = try driver.asked(WebCallbackLab.query("back=\(good)"))
    #expect(refused.status == 302)
    #expect(
      refused.headers.first == HTTPHeader("Location", "http://x.example/a?b=c&ctl_error=10#f"))
    let taken = try driver.asked(WebCallbackLab.query("\(Self.two)&back=\(good)"))
    #expect(taken.headers.first == HTTPHeader("Location", "http://x.example/a?b=c#f"))
    for bad in ["javascript:alert(1)", "//x", "http%3A%2F%2Fx%0D%0AX%3A1", "ftp://x", ""] {
      let plain = try driver.asked(WebCallbackLab.query("back=\(bad)"))
      #expect(plain.status == 400 && plain.body.hasPrefix("ctl_error=10"), "\(bad)")
    }
  }

  @Test("over a connection without TLS nothing is done")
  func httpsOnly() throws {
    var driver = WebCallbackLab.driver()
    let plain = try driver.asked(WebCallbackLab.query(Self.two), isPlain: true)
    #expect(plain.status == 403 && plain.body.contains("HTTPS only"))
    for url in ["http://api.wxcc-us1.cisco.com", "HTTP://api.wxcc-us1.cisco.com"] {
      let other = try driver.asked(url + WebCallbackLab.query(Self.two))
      #expect(other.status == 403)
    }
    #expect(driver.engine.state.tasks.count == 0)
  }

  @Test("a form may carry all, other bodies are an internal error")
  func post() throws {
    var driver = WebCallbackLab.driver()
    let pairs = WebCallbackLab.query(Self.two).dropFirst("/SC/webcallback.php?".count)
    let path = "/SC/webcallback.php"
    let form = "application/x-www-form-urlencoded; charset=utf-8"
    for type in [form, nil] {
      let answer = try driver.asked(
        path + "?tenant=Nobody", method: "POST", body: String(pairs), type: type)
      #expect(answer.status == 200)
    }
    let json = driver.ask(path, method: "POST", body: "{}", type: "application/json")
    #expect(json?.status == 415 && json?.body.hasPrefix("ctl_error=19") == true)
    #expect(driver.ask(path, method: "PUT")?.status == 405)
  }

  @Test("the token shows nowhere")
  func secret() {
    var driver = WebCallbackLab.driver()
    _ = driver.ask(
      WebCallbackLab.query("\(Self.two)&extTransactionData=[t|\(WebCallbackLab.token)]"))
    #expect(!driver.lines.joined().contains(WebCallbackLab.token))
    let shown = driver.task.map { driver.engine.desktopVariables(of: $0.id) } ?? []
    #expect(shown.map(\.value) == [SecretMask.mark])
  }
}
