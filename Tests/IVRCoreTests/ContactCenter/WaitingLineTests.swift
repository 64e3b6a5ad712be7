import Foundation
import Testing

@testable import IVRCore

@Suite struct WaitingLineTests {
  /// The line as it would be with one sorted array.
  private struct PlainLine {
    var entries: [LineEntry] = []

    mutating func insert(_ entry: LineEntry) {
      entries.append(entry)
      entries.sort { $0.precedes($1) }
    }
  }

  @Test("a long line of mixed priority keeps its order through every coming and going")
  func agreement() throws {
    var random = RandomStream(seed: 1, name: "line")
    var line = WaitingLine()
    var plain = PlainLine()
    var gone: [LineEntry] = []
    for step in 0..<1_200 {
      let act = random.next() % 10
      if act < 6 || plain.entries.isEmpty {
        let time = SimulationTime(milliseconds: Int64(step / 3))
        let entry = line.join(
          TaskID(rawValue: "t\(step)"), priority: Int(random.next() % 10) + 1, at: time)
        plain.insert(entry)
      } else if act < 9 || gone.isEmpty {
        let entry = plain.entries.remove(at: Int(random.next() % UInt64(plain.entries.count)))
        let left = line.leave(entry.task)
        #expect(left == entry)
        gone.append(entry)
      } else {
        let entry = gone.removeLast()
        line.rejoin(entry)
        plain.insert(entry)
      }
      guard step % 100 == 0, let last = plain.entries.last else { continue }
      let place = Int(random.next() % UInt64(plain.entries.count))
      #expect(line[place] == plain.entries[place])
      #expect(line.position(of: plain.entries[place].task) == place + 1)
      #expect(line.position(of: last.task) == line.count)
      #expect(line.oldest == plain.entries.map(\.firstEntered).min())
    }
    #expect(line.entries == plain.entries)
    #expect(line.count == plain.entries.count && line.first == plain.entries.first)
    let restored = try JSONDecoder().decode(
      WaitingLine.self, from: JSONEncoder().encode(line))
    #expect(restored == line && restored.hashValue == line.hashValue)
    while let first = line.first { _ = line.leave(first.task) }
    #expect(line.isEmpty && line.entries.isEmpty && line.oldest == nil)
  }

  @Test("of two at one place the right one leaves, whatever their names")
  func samePlace() {
    for name in ["a", "z"] {
      var line = WaitingLine()
      let entry = line.join("m", priority: 10, at: SimulationTime(milliseconds: 0))
      _ = line.join(TaskID(rawValue: name), inPlaceOf: entry)
      #expect(line.leave("m") == entry)
      #expect(line.entries.map(\.task.rawValue) == [name] && line.count == 1)
    }
  }

  @Test("a line that is only joined at its end and left at its front stays in order")
  func firstComeFirstServed() {
    var line = WaitingLine()
    let start = SimulationTime(milliseconds: 0)
    for index in 0..<2_000 { _ = line.join(TaskID(rawValue: "\(index)"), priority: 10, at: start) }
    for index in 0..<1_999 {
      #expect(line.first?.task.rawValue == "\(index)")
      _ = line.leave(TaskID(rawValue: "\(index)"))
    }
    #expect(line.position(of: "1999") == 1 && line.position(of: "0") == nil)
  }
}
