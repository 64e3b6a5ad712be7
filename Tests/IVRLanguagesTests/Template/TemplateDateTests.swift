import IVRLanguages
import Testing

@Suite struct TemplateDateTests {
  private static let scope = TestScope([
    "capturedTime": 1_738_870_000, "dateToCheck": "2025-02-05T10:00:00.000Z",
    "appointment_time": "14:30:00",
  ])

  @Test("dates and epochs as flows write them", arguments: flows)
  func flow(_ source: String, _ text: String) { #expect(Self.scope.text(source) == text) }

  private static let flows = [
    ("{{ now() }}", "2025-02-06T21:09:02.712Z[UTC]"),
    ("{{ now }}", "2025-02-06T21:09:02.712Z[UTC]"),
    ("{{ now() | epoch }}", "1738876142"),
    ("{{ now()|epoch (inMillis=true) - 86400000 }}", "1738789742712"),
    ("{{ now | epoch(inMillis = true) }}", "1738876142712"),
    ("{{ now() | epoch - capturedTime }}", "6142"),
    ("{{ '2025-02-06T21:09:02.712Z[UTC]' | epoch }}", "1738876142"),
    ("{{ ( dateToCheck | epoch) <= (now() | epoch - 86400) }}", "true"),
    (#"{{ "December 10, 2023 00:00" | epoch(format="MMMM d, yyyy HH:mm") }}"#, "1702166400"),
    (#"{{ "December 10, 2023 00:00" | epoch(format="MMMM dd, yyyy HH:mm") }}"#, "1702166400"),
    (
      #"{{ (now() | epoch / 86400) - ("October 1, 2023 00:00" | epoch(format="MMMM d, yyyy HH:mm") / 86400) }}"#,
      "494"
    ),
    (
      #"{{ "2023-07-01 12:00" | epoch(format="yyyy-MM-dd HH:mm", timezone="America/New_York") }}"#,
      "1688227200"
    ),
    (
      #"{{ now() | date("HHmm", existingFormat="yyyy-MM-dd'T'HH:mm:ss", timeZone="America/New_York") }}"#,
      "1609"
    ),
    (#"{{ now() | date("yyyy-MM-dd HH:mm", timeZone="Europe/Berlin") }}"#, "2025-02-06 22:09"),
    ("{{ now() | epoch(inMillis=true) | date(\"EEEE\") }}", "Thursday"),
    ("{{ (now() | epoch(inMillis=true) + 86400000) | date(\"EEEE\") }}", "Friday"),
    (#"{{ appointment_time | date("h:mm a", existingFormat="hh:mm:ss") }}"#, "2:30 PM"),
    (
      #"{{ now() | date("MM-dd-yyyy HH:mm:ss", existingFormat="yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", timeZone="America/Chicago") | epoch(format='MM-dd-yyyy HH:mm:ss') }}"#,
      "1738854542"
    ),
    ("{{ 'x' | jsonPath('$.a') }}", "x@$.a"),
  ]

  @Test("each letter of a date pattern", arguments: letters)
  func letter(_ pattern: String, _ text: String) {
    // 3 July 2022, 00:05:09.007 in Greenwich.
    let source = "{{ 1656806709007 | date(\"\(pattern)\", timeZone=\"America/New_York\") }}"
    #expect(Self.scope.text(source) == text)
  }

  private static let letters = [
    ("G yyyy yy y yyyyy", "AD 2022 22 2022 02022"), ("M MM MMM MMMM L", "7 07 Jul July 7"),
    ("d dd D DDDD", "2 02 183 0183"), ("w W F YYYY", "27 1 1 2022"),
    ("E EEE EEEE u", "Sat Sat Saturday 6"), ("a H HH k K h hh", "PM 20 20 20 8 8 08"),
    ("m mm s ss S SSS", "5 05 9 09 7 007"), ("z Z X XX XXX", "EDT -0400 -04 -0400 -04:00"),
    ("'at' h 'o''clock' ''", "at 8 o'clock '"),
  ]

  @Test("zones by their names", arguments: zones)
  func zone(_ name: String, _ text: String) {
    let source = "{{ 1738876142712 | date(\"HH:mm Z z\", timeZone=\"\(name)\") }}"
    #expect(Self.scope.text(source) == text)
  }

  private static let zones = [
    ("UTC", "21:09 +0000 UTC"), ("GMT", "21:09 +0000 GMT"), ("Nowhere/Land", "21:09 +0000 GMT"),
    ("EST", "16:09 -0500 GMT-05:00"), ("PST", "13:09 -0800 PST"),
    ("GMT+5:30", "02:39 +0530 GMT+05:30"), ("Asia/Kolkata", "02:39 +0530 IST"),
    ("Australia/Sydney", "08:09 +1100 AEDT"),
  ]

  @Test("dates are read from the start of a text", arguments: readings)
  func reading(_ text: String, _ pattern: String, _ result: String) {
    let source = "{{ t | date(\"yyyy-MM-dd HH:mm:ss.SSS\", existingFormat=p) }}"
    let scope = TestScope(["t": .string(text), "p": .string(pattern)])
    #expect(scope.text(source) == result)
  }

  private static let readings = [
    ("2025-02-06 and more", "yyyy-MM-dd", "2025-02-06 00:00:00.000"),
    ("20250206210902", "yyyyMMddHHmmss", "2025-02-06 21:09:02.000"),
    ("2025-13-45", "yyyy-MM-dd", "2026-02-14 00:00:00.000"),
    ("2/6/25 9:05 pm", "M/d/yy h:mm a", "2025-02-06 21:05:00.000"),
    ("6/1/99", "M/d/yy", "1999-06-01 00:00:00.000"),
    ("12:00 AM", "hh:mm a", "1970-01-01 00:00:00.000"),
    ("Thu, 6 february 2025", "EEE, d MMM yyyy", "2025-02-06 00:00:00.000"),
    ("2025-02-06T21:09:02+0100", "yyyy-MM-dd'T'HH:mm:ssZ", "2025-02-06 20:09:02.000"),
    ("2025-02-06T21:09:02-05:00", "yyyy-MM-dd'T'HH:mm:ssXXX", "2025-02-07 02:09:02.000"),
    ("2025-02-06 21:09 EST", "yyyy-MM-dd HH:mm z", "2025-02-07 02:09:00.000"),
    ("060 2024", "DDD yyyy", "2024-02-29 00:00:00.000"),
    ("24:30", "kk:mm", "1970-01-01 00:30:00.000"),
  ]

  @Test("wall times around a change of the clock", arguments: changes)
  func change(_ wall: String, _ seconds: String) {
    let source =
      "{{ '\(wall)' | epoch(format='yyyy-MM-dd HH:mm', timezone='America/New_York') }}"
    #expect(Self.scope.text(source) == seconds)
  }

  private static let changes = [
    ("2025-03-09 01:59", "1741503540"), ("2025-03-09 03:00", "1741503600"),
    ("2025-03-09 02:30", "1741505400"), ("2025-11-02 03:00", "1762070400"),
    ("2025-07-01 00:00", "1751342400"),
  ]
}
