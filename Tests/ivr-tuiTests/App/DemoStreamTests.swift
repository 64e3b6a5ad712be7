@testable import IVRAdapters
import IVRCore
import IVRTestSupport
import Testing

@testable import ivr_tui

@Suite("What the lab tells those who watch")
struct DemoStreamTests {
  private func answer(_ topic: EventTopic) -> HTTPResponse {
    var response = HTTPResponse(status: 200, body: EventStreamText.head)
    response.topic = topic
    return response
  }

  /// A service with streams; `EventTopic`s as they are given.
  private func service(_ topics: [EventTopic]) -> LabService {
    var service = LabService()
    for (number, topic) in topics.enumerated() {
      let id = RequestID(number: UInt64(number))
      service.begin(id, HTTPExchangeID(number: UInt64(number)))
      service.answer(id, answer(topic))
    }
    return service
  }

  @Test("everybody is told once, then when something has changed, a few times a second at most")
  func changes() throws {
    var lab = try LabDriver()
    var service = service([.board, .board])
    service.tellNews(lab.state.engine, at: 1_000)
    let first = service.takePieces()
    #expect(first.count == 2 && first.allSatisfy { $0.text.hasPrefix("id: 1\ndata: {") })
    service.tellNews(lab.state.engine, at: 1_100)
    #expect(service.takePieces().isEmpty && service.newsTime == 1_250)
    service.tellNews(lab.state.engine, at: 1_250)
    #expect(service.takePieces().isEmpty && service.newsTime == nil)
    lab.state.submit(.agent(lab.state.lab.agents[0].id, .available))
    service.tellNews(lab.state.engine, at: 1_300)
    let second = service.takePieces()
    #expect(second.count == 2 && second.allSatisfy { $0.text.hasPrefix("id: 2\ndata: {") })
    service.endStream(first[0].exchange)
    lab.state.submit(.agent(lab.state.lab.agents[0].id, .idle("Lunch")))
    service.tellNews(lab.state.engine, at: 1_400)
    #expect(service.takePieces().isEmpty && service.newsTime == 1_550)
    service.tellNews(lab.state.engine, at: 1_550)
    #expect(service.takePieces().map(\.exchange) == [first[1].exchange])
  }

  @Test("a request that is over, or forgotten by a new start, is told for the last time")
  func last() throws {
    let lab = try LabDriver()
    var service = service([.callback(key: "nobody"), .board])
    service.tellNews(lab.state.engine, at: 0)
    let pieces = service.takePieces()
    #expect(pieces.map(\.isLast) == [true, false])
    #expect(pieces[0].text.contains("\"phase\":\"unknown\""))
    #expect(service.streams.map(\.topic) == [.board])
  }
}
