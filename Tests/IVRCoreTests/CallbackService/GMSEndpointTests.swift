import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct GMSEndpointTests {
  private let number = #""_customer_number":"14085267209""#
  private let package = "com.genesyslab.gsg.services.callback.exceptions."

  @Test("a start is answered with the identifier and a dialog")
  func start() throws {
    var lab = ServiceLab()
    let answer = lab.start(number)
    let callback = try #require(lab.newest)
    #expect(answer.status == 200)
    #expect(
      answer.body
        == [
          "_id": .string(callback.id.rawValue), "_dialog_id": "0", "_action": "ConfirmationDialog",
          "_text": "We will call you as soon as it is your turn.", "_ok_title": "Ok",
        ])
    #expect(callback.state == .queued && lab.driver.engine.state.ledger.count == 1)
  }

  @Test("a form does as well as JSON")
  func form() {
    var lab = ServiceLab()
    let id = lab.driver.engine.nextRequestID()
    let headers = [
      HTTPHeader("Authorization", "Bearer not-a-real-token"),
      HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
    ]
    lab.driver.act(
      .request(
        id,
        HTTPRequest(
          method: "POST",
          url: "https://api.wxcc-us1.cisco.com/genesys/1/service/callback/callme",
          headers: headers, body: "_customer_number=%2B1+408+526+7209&topic=a+bill")))
    lab.driver.advance(1_000)
    #expect(lab.newest?.number == "+1 408 526 7209")
    #expect(lab.newest?.properties.map(\.value) == ["a bill"])
  }

  @Test(
    "what is wrong is answered with class and message",
    arguments: [
      ("{}", 400, "Option", "the mandatory key _customer_number is missing"),
      (#"{"_customer_number":"19005551234"}"#, 400, "Number", "it's a premium number"),
      (#"{"_customer_number":"123"}"#, 400, "Number", "impossible"),
      (#"{"_customer_number":"14085267209","_desired_time":"soon"}"#, 400, "Parameter", "no time"),
      (
        #"{"_customer_number":"14085267209","_desired_time":"2026-01-05T09:00:00.000Z"}"#, 400,
        "Parameter", "is past"
      ),
      (
        #"{"_customer_number":"14085267209","_desired_time":"2026-03-05T09:00:00.000Z"}"#, 400,
        "Parameter", "too far ahead"
      ),
      (
        #"{"_customer_number":"14085267209","_CB_T_CALLBACK_OFFERED":"noon"}"#, 400, "Parameter",
        "no number of seconds"
      ),
      ("[]", 400, "Parameter", "not a JSON object"),
      ("{\"a\":", 400, "Parameter", "not JSON: line 1"),
    ])
  func refusals(body: String, status: Int, name: String, message: String) {
    var lab = ServiceLab()
    let answer = lab.send("POST", "/1/service/callback/callme", body)
    #expect(answer.status == status)
    #expect(answer.body["exception"]?.string == package + "CallbackException" + name)
    #expect(answer.body["message"]?.string?.contains(message) == true, "\(answer.body)")
    #expect(lab.newest == nil)
  }

  @Test(
    "a path, method, token or identifier that is not there has its class too",
    arguments: [
      ("POST", "/1/service/callback/callmee", 400, "Resource"),
      ("GET", "/1/service/callback?_id=x", 404, "NotFound"),
      ("DELETE", "/1/service/callback/callme/x", 404, "NotFound"),
      ("PATCH", "/1/service/callback/callme/x", 405, "Parameter"),
      ("GET", "/3/nothing", 404, "Resource"), ("GET", "", 404, "Resource"),
      ("GET", "/1/service/callback/callme?operand=XOR", 400, "Parameter"),
      ("GET", "/2/ewt/ewt9?vq=Support_Queue", 400, "Parameter"),
      ("GET", "/2/ewt/ewt2?vq=Nobody", 404, "NotFound"), ("GET", "/2/ewt/ewt2", 400, "Parameter"),
      ("GET", "/1/service/callback/callme/availability?max-time-slots=0", 400, "Parameter"),
      ("GET", "/1/service/callback/callme/availability?start=x", 400, "Parameter"),
      ("GET", "/2/service/callback/callme/availability?timezone=%22%7D%7D", 400, "Parameter"),
      ("GET", "/2/service/callback/callme/availability?timezone=Mars/Crater", 400, "Parameter"),
      ("GET", "/2/service/callback/callme/availability?report-busy=often", 400, "Parameter"),
      ("DELETE", "/1/service/callback/callme/x?discard_ors_failure=no", 400, "Parameter"),
      ("DELETE", "/1/service/callback/callme/availability", 405, "Parameter"),
      ("GET", "/1/service/x/check-queue-position", 404, "NotFound"),
      ("POST", "/1/service/x/confirm", 404, "NotFound"),
    ])
  func wrongPaths(method: String, path: String, status: Int, name: String) {
    var lab = ServiceLab()
    let answer = lab.send(method, path)
    #expect(answer.status == status)
    #expect(answer.body["exception"]?.string == package + "CallbackException" + name)
    #expect(answer.body["message"]?.string?.isEmpty == false)
  }

  @Test("a token without the scope gets 403, none at all 401")
  func tokens() {
    var lab = ServiceLab()
    #expect(lab.send("GET", "/1/service/callback", token: "reader-only").status == 403)
    #expect(lab.send("GET", "/1/service/callback", token: nil).status == 401)
  }

  @Test(
    "in-queue checking: true allows two of a number, strict one, false any",
    arguments: [("true", 3), ("strict", 2), ("false", 7)])
  func duplicates(mode: String, refused: Int) {
    var lab = ServiceLab(#""_enable_in_queue_checking":"\#(mode)""#)
    let statuses = (1...7).map { _ in lab.start(number).status }
    // The seventh request of a day is one too many in any case.
    #expect(statuses == (1...7).map { $0 >= refused || $0 == 7 ? 503 : 200 })
  }

  @Test("the seventh immediate callback of a day is refused, a scheduled one is not")
  func throttle() {
    var lab = ServiceLab(#""_enable_in_queue_checking":"false""#)
    for _ in 1...6 { #expect(lab.start(number).status == 200) }
    let answer = lab.start(number)
    #expect(
      answer.body["message"]?.string
        == "Callback for _customer_number=14085267209 rejected because previous callbacks for this "
        + "parameter were requested for more than 6 times today.")
    let later = number + #","_desired_time":"2026-01-05T12:00:00.000Z""#
    #expect(lab.start(later).status == 200)
    lab.driver.advance(86_400_000)
    #expect(lab.start(number).status == 200)
  }

  @Test("a service that holds as many as it may refuses; a cancelled one gives its place back")
  func cap() {
    var lab = ServiceLab(#""_max_queued_callbacks_per_service":1"#)
    let id = lab.started()
    let answer = lab.start(#""_customer_number":"13035550142""#)
    #expect(answer.status == 503)
    #expect(answer.body["message"] == "Limit of queued callbacks for callme is reached.")
    #expect(lab.send("DELETE", "/1/service/callback/callme/\(id)").status == 200)
    #expect(lab.start(#""_customer_number":"13035550142""#).status == 200)
    var closed = ServiceLab(#""_max_queued_callbacks_per_service":0"#)
    #expect(closed.start(number).status == 503)
  }

  @Test("a record is found by its identifier with all documented members")
  func record() throws {
    var lab = ServiceLab()
    let id = lab.started(number + #","topic":"bill""#)
    let found = lab.send("GET", "/1/service/callback?_id=\(id)")
    let members = [
      "_id", "_desired_time", "_service_name", "_callback_state", "_expiration_time",
      "_customer_number", "_url", "_ors_session_id", "topic",
    ]
    #expect(found.body.object?.keys == members)
    #expect(found.body["_callback_state"] == "QUEUED")
    #expect(found.body["_desired_time"] == "2026-01-05T10:00:00.080Z")
    #expect(found.body["_expiration_time"] == "2026-01-06T10:00:00.080Z")
    _ = lab.send("DELETE", "/1/service/callback/callme/\(id)")
    let over = lab.send("GET", "/1/service/callback?_id=\(id)")
    #expect(over.body["_callback_reason"] == "CANCELLED")
  }

  @Test(
    "callbacks are found by properties",
    arguments: [
      ("", 2), ("?_callback_state=QUEUED", 1), ("?_callback_state=!COMPLETED", 2),
      ("?_callback_state=SCHEDULED&topic=bill", 0), ("?operand=OR&topic=bill&topic=call", 2),
      ("?topic=bill&_customer_number=14085267209", 1), ("?operand=OR", 2),
    ])
  func find(query: String, count: Int) {
    var lab = ServiceLab()
    _ = lab.start(number + #","topic":"bill""#)
    let later = #","_desired_time":"2026-01-05T12:00:00.000Z","topic":"call""#
    _ = lab.start(#""_customer_number":"13035550142""# + later)
    #expect(lab.send("GET", "/1/service/callback" + query).body.array?.count == count)
    #expect(lab.send("GET", "/1/service/callback/callme" + query).body.array?.count == count)
  }

  @Test("the place in the line and the estimated waits are told")
  func places() {
    var lab = ServiceLab()
    _ = lab.started()
    let id = lab.started(#""_customer_number":"13035550142""#)
    let place = lab.send("POST", "/1/service/\(id)/check-queue-position")
    #expect(place.body["_position"] == 2 && place.body["_total_waiting"] == 2)
    let wait = lab.send("GET", "/2/ewt/ewt3?vq=Support_Queue,Other_Queue")
    #expect(wait.body["Support_Queue"]?["ewt"] == 61)
    #expect(wait.body["Other_Queue"]?["ewt"] == -1)
    #expect(lab.send("GET", "/1/service/ewt-for-vq?name=Support_Queue").body["ewt"] == -1)
  }

  @Test("what may be overridden is, and an option that cannot be is told")
  func override() {
    var lab = ServiceLab(#""_overwritable_options":"_ttl,_wait_for_agent","_ttl":"$life$""#)
    #expect(lab.start(number + #","_wait_for_agent":"perhaps""#).status == 400)
    let id = lab.started(number + #","_ttl":60"#)
    let record = lab.send("GET", "/1/service/callback?_id=\(id)")
    #expect(record.body["_expiration_time"] == "2026-01-05T10:01:00.160Z")
    let other = lab.started(#""_customer_number":"13035550142","life":"120""#)
    let filled = lab.send("GET", "/1/service/callback?_id=\(other)")
    #expect(filled.body["_expiration_time"] == "2026-01-05T10:02:00.320Z")
  }

  @Test("a callback over or in a talk stays as it is")
  func tooLate() {
    var lab = ServiceLab()
    let id = lab.started()
    let path = "/1/service/callback/callme/\(id)"
    lab.driver.act(.agent("a-1", .available))
    lab.driver.act(.answer("2"))
    lab.driver.act(.agent("a-1", .accept))
    #expect(lab.newest?.state == .processing)
    for method in ["DELETE", "PUT"] {
      let answer = lab.send(method, path, method == "PUT" ? "{}" : "")
      #expect(answer.status == 400)
      #expect(answer.body["exception"]?.string == package + "CallbackExceptionState")
    }
  }
}
