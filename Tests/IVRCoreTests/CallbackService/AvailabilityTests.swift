import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct AvailabilityTests {
  private let path = "/service/callback/callme/availability"

  @Test("a day of free buckets, from the next one on")
  func day() throws {
    var lab = ServiceLab(#""_request_time_bucket":60"#)
    let answer = lab.send("GET", "/1" + path)
    let map = try #require(answer.body.object)
    #expect(map.count == 24)
    #expect(map.keys.first == "2026-01-05T11:00:00.000Z")
    #expect(map.members.allSatisfy { $0.value == 100 })
  }

  @Test("limits of number, days and time")
  func limits() {
    var lab = ServiceLab(#""_request_time_bucket":30"#)
    func count(_ lab: inout ServiceLab, _ query: String) -> Int? {
      lab.send("GET", "/1" + path + query).body.object?.count
    }
    #expect(count(&lab, "?max-time-slots=3") == 3)
    #expect(count(&lab, "?number-of-days=2") == 96)
    let day = "?start=2026-01-06T00:00:00.000Z&end=2026-01-06T02:00:00.000Z"
    #expect(count(&lab, day) == 4)
    #expect(count(&lab, "?number-of-days=31") == 500)
    #expect(lab.send("GET", "/1" + path + "?number-of-days=32").status == 400)
    #expect(lab.send("GET", "/1" + path + "?end=2025-01-06T02:00:00.000Z").status == 400)
  }

  @Test("the second form tells places, local time and, where asked for, what is full")
  func secondForm() throws {
    var lab = ServiceLab(#""_max_request_by_time_bucket":1"#)
    let time = #""_desired_time":"2026-01-05T11:00:00.000Z""#
    #expect(lab.start(#""_customer_number":"14085267209","# + time).status == 200)
    let query = "?start-ms=1767610800000&max-time-slots=2&timezone=Europe/Berlin"
    let free = lab.send("GET", "/2" + path + query)
    #expect(free.body["durationMin"] == 5 && free.body["timezone"] == "Europe/Berlin")
    #expect(free.body["slots"]?.array?.first?["utcTime"] == "2026-01-05T11:05:00.000Z")
    let all = lab.send("GET", "/2" + path + query + "&report-busy=true")
    #expect(
      all.body["slots"]?.array?.first
        == [
          "utcTime": "2026-01-05T11:00:00.000Z", "localTime": "2026-01-05T12:00:00.000+0100",
          "capacity": 0, "total": 1,
        ])
  }

  @Test("a full bucket is refused with what is free near by, and takes again what was cancelled")
  func full() {
    var lab = ServiceLab(#""_max_request_by_time_bucket":1"#)
    let time = #","_desired_time":"2026-01-05T11:04:59.999Z""#
    let id = lab.started(#""_customer_number":"14085267209""# + time)
    let refused = lab.start(#""_customer_number":"13035550142""# + time)
    #expect(refused.status == 400)
    #expect(refused.body["exception"]?.string?.hasSuffix("CallbackExceptionAvailability") == true)
    let near = refused.body["availability"]?.object?.keys ?? []
    #expect(near.contains("2026-01-05T10:55:00.000Z"))
    #expect(!near.contains("2026-01-05T11:00:00.000Z"))
    _ = lab.send("DELETE", "/1/service/callback/callme/\(id)")
    #expect(lab.start(#""_customer_number":"13035550142""# + time).status == 200)
  }

  @Test("outside of the office's hours nothing can be had")
  func hours() {
    let options = #""_business_hours":"08:00-11:00","_enable_reject_out_of_office_hours":true"#
    var lab = ServiceLab(options)
    #expect(lab.start(#""_customer_number":"14085267209""#).status == 200)
    lab.driver.advance(3_600_000)
    let closed = lab.start(#""_customer_number":"13035550142""#)
    #expect(closed.status == 400 && closed.body["message"] == "The office is closed.")
    #expect(closed.body["availability"]?.object?.keys.first == "2026-01-06T08:00:00.000Z")
  }
}
