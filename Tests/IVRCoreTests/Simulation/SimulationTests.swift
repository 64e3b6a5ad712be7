import Foundation
import Testing

@testable import IVRCore

@Suite struct SimulationTests {
  private func time(_ milliseconds: Int64) -> SimulationTime {
    SimulationTime(milliseconds: milliseconds)
  }

  @Test("events happen by time, then the world before inputs, then in order of scheduling")
  func order() {
    var queue = EventQueue<String>()
    queue.schedule("late", at: time(20))
    queue.schedule("input", at: time(10), priority: .input)
    queue.schedule("first", at: time(10))
    queue.schedule("second", at: time(10))
    queue.schedule("early", at: time(5))
    var seen: [String] = []
    while let next = queue.pop() { seen.append(next.event) }
    #expect(seen == ["early", "first", "second", "input", "late"])
    #expect(queue.nextTime == nil)
  }

  @Test("a cancelled event does not happen and does not count")
  func cancel() {
    var queue = EventQueue<Int>()
    let tokens = (0..<10).map { queue.schedule($0, at: time(Int64($0))) }
    for index in [0, 3, 4, 9] { queue.cancel(tokens[index]) }
    #expect(queue.count == 6)
    #expect(queue.nextTime == time(1))
    var seen: [Int] = []
    while let next = queue.pop() { seen.append(next.event) }
    #expect(seen == [1, 2, 5, 6, 7, 8])
  }

  @Test("many events come out sorted, whatever the order they went in")
  func manyEvents() {
    var random = RandomStream(seed: 3, name: "test")
    var queue = EventQueue<Int64>()
    for _ in 0..<2_000 {
      let at = Int64(random.next() % 500)
      queue.schedule(at, at: time(at))
    }
    var last: Int64 = -1
    while let next = queue.pop() {
      #expect(next.event >= last)
      last = next.event
    }
  }

  @Test("a saved queue goes on alike, and cancelled events are not saved")
  func savedQueue() throws {
    var queue = EventQueue<Int>()
    let tokens = (0..<5).map { queue.schedule($0, at: time(Int64(5 - $0))) }
    queue.cancel(tokens[2])
    let data = try JSONEncoder().encode(queue)
    let restored = try JSONDecoder().decode(EventQueue<Int>.self, from: data)
    #expect(restored == queue)
    #expect(restored.count == 4)
  }

  @Test(
    "instants have their civil date and time",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, "Thu", "00:00:00"),
      ("2026-01-05T10:00:00Z", 1_767_607_200_000, "Mon", "10:00:00"),
      ("2024-02-29T23:59:59Z", 1_709_251_199_000, "Thu", "23:59:59"),
      ("2000-03-01T00:00:00Z", 951_868_800_000, "Wed", "00:00:00"),
      ("1969-12-31T23:59:59Z", -1000, "Wed", "23:59:59"),
    ])
  func civil(text: String, milliseconds: Int64, weekday: String, clock: String) {
    #expect(CivilTime.parse(text)?.milliseconds == milliseconds)
    let civil = CivilTime(time(milliseconds))
    #expect(civil.date + "T" + civil.clock + "Z" == text)
    #expect(civil.weekdayName == weekday)
    #expect(civil.clock == clock)
  }

  @Test(
    "what is no instant is refused",
    arguments: [
      "", "2026-01-05", "2026-01-05T10:00:00", "2026-13-05T10:00:00Z", "2026-01-05T25:00:00Z",
      "2026-1-5T10:00:00Z", "x026-01-05T10:00:00Z", "2026-01-05T10:00:00+01:00",
    ])
  func noInstant(text: String) { #expect(CivilTime.parse(text) == nil) }

  @Test("random streams depend on seed and name only")
  func streams() {
    var one = RandomStream(seed: 7, name: "identifiers")
    var two = RandomStream(seed: 7, name: "identifiers")
    var other = RandomStream(seed: 7, name: "arrivals")
    let first = one.nextUUID()
    #expect(first == two.nextUUID())
    #expect(first != other.nextUUID())
    #expect(first != one.nextUUID())
    #expect(first.count == 36 && Array(first)[14] == "4" && "89ab".contains(Array(first)[19]))
  }

  @Test("a table keeps the order of arrival and finds by identifier")
  func table() throws {
    let phones = ["3", "1", "2"].map {
      Phone(
        PhoneSettings(id: PhoneID(rawValue: $0), number: "", takesAnyNumber: false), region: "US",
        at: time(0))
    }
    var table = Table(phones)
    #expect(table.values.map(\.id) == ["3", "1", "2"])
    table["1"] = nil
    #expect(table.values.map(\.id) == ["3", "2"])
    #expect(table["2"]?.id == "2")
    let data = try JSONEncoder().encode(table)
    #expect(try JSONDecoder().decode(Table<Phone>.self, from: data) == table)
  }
}
