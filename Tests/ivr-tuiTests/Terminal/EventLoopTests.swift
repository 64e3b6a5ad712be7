import Foundation
import IVRAdapters
import Testing

@testable import ivr_tui

@Suite struct EventLoopTests {
  @Test("a deadline that has passed ends the wait at once")
  func deadline() throws {
    let wake = try WakeSignal()
    let loop = EventLoop(terminal: -1, wake: wake)
    #expect(loop.wait(until: MonotonicClock.now - 5) == .deadline)
    #expect(loop.wait(until: .min) == .deadline)
  }

  @Test("a deadline ahead is not missed and not early")
  func ahead() throws {
    let loop = EventLoop(terminal: -1, wake: try WakeSignal())
    let deadline = MonotonicClock.now + 3
    while !loop.wait(until: deadline).contains(.deadline) {}
    #expect(MonotonicClock.now >= deadline)
  }

  @Test("a message from another thread ends the wait, once")
  func message() throws {
    let wake = try WakeSignal()
    let mailbox = Mailbox<Int>(wake: wake)
    let loop = EventLoop(terminal: -1, wake: wake)
    Thread.detachNewThread { mailbox.post(1) }
    #expect(loop.wait(until: nil) == .wake)
    #expect(mailbox.drain() == [1])
    #expect(loop.wait(until: 0) == .deadline)
    #expect(mailbox.drain() == [])
  }

  @Test("many posts wake once and keep their order")
  func order() throws {
    let wake = try WakeSignal()
    let mailbox = Mailbox<Int>(wake: wake)
    for number in 0..<70_000 { mailbox.post(number) }
    #expect(EventLoop(terminal: -1, wake: wake).wait(until: nil) == .wake)
    #expect(mailbox.drain() == Array(0..<70_000))
    #expect(EventLoop(terminal: -1, wake: wake).wait(until: 0) == .deadline)
  }

  @Test("a readable terminal ends the wait")
  func terminal() throws {
    let terminal = try WakeSignal()
    terminal.raise()
    #expect(
      EventLoop(terminal: terminal.descriptor, wake: try WakeSignal()).wait(until: nil) == .terminal
    )
  }
}
