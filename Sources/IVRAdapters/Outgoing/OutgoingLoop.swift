import CCurl
import IVRCore

/// The thread of outgoing requests: libcurl and its transfers.
///
/// Unchecked: everything is touched by the one thread that `run` is called on; others reach it
/// through its mailbox.
final class OutgoingLoop: @unchecked Sendable {
  /// What the owner wants.
  enum Command: Sendable {
    case send(OutgoingRequest, OutgoingPolicy.Reach)
    case stop
  }

  private let options: OutgoingOptions
  private let wake: WakeSignal
  private let commands: Mailbox<Command>
  private let mailbox: Mailbox<OutgoingAnswer>
  private let multi: UnsafeMutableRawPointer
  private var transfers: [DeliveryID: OutgoingTransfer] = [:]
  private var isStopping = false

  /// Connections at a time; more requests wait.
  private static let connections = 16

  init?(
    _ options: OutgoingOptions, wake: WakeSignal, commands: Mailbox<Command>,
    mailbox: Mailbox<OutgoingAnswer>
  ) {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init()
    else { return nil }
    self.options = options
    self.wake = wake
    self.commands = commands
    self.mailbox = mailbox
    self.multi = multi
    cc_set_connections(multi, Self.connections)
  }

  /// Works until it is told to stop.
  func run() {
    while !isStopping {
      wake.clear()
      for command in commands.drain() { perform(command) }
      var running: Int32 = 0
      curl_multi_perform(multi, &running)
      finishTransfers()
      guard !isStopping else { break }
      var watched = curl_waitfd(fd: wake.descriptor, events: Int16(CURL_WAIT_POLLIN), revents: 0)
      curl_multi_poll(multi, &watched, 1, 60_000, nil)
    }
    for transfer in transfers.values { curl_multi_remove_handle(multi, transfer.easy) }
    transfers = [:]
    curl_multi_cleanup(multi)
  }

  private func perform(_ command: Command) {
    switch command {
    case .stop: isStopping = true
    case .send(let sent, let reach):
      guard let transfer = OutgoingTransfer(sent, reach, options) else {
        let outcome = HTTPOutcome.transportError("The request could not be prepared.")
        return mailbox.post(OutgoingAnswer(id: sent.id, outcome: outcome))
      }
      transfers[sent.id] = transfer
      curl_multi_add_handle(multi, transfer.easy)
    }
  }

  private func finishTransfers() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
        let context = cc_context(easy)
      else { continue }
      let result = cc_result(message)
      let transfer = Unmanaged<OutgoingTransfer>.fromOpaque(context).takeUnretainedValue()
      curl_multi_remove_handle(multi, easy)
      if result == CURLE_OK, transfer.followRedirect() {
        curl_multi_add_handle(multi, easy)
        continue
      }
      transfers[transfer.id] = nil
      mailbox.post(OutgoingAnswer(id: transfer.id, outcome: transfer.outcome(result)))
    }
  }
}
