import Foundation
import Glibc
public import IVRCore

/// A server for HTTP/1.1 that hands requests over and sends the answers when they come.
///
/// It has one thread, which owns libmicrohttpd; a request that waits for its answer is suspended and
/// costs no thread. Nothing but the mailbox is touched from there.
public final class HTTPServer: Sendable {
  /// What clients call, for example `http://127.0.0.1:8080`.
  public let address: String
  /// The port it listens on.
  public let port: UInt16
  private let commands: Mailbox<HTTPServerLoop.Command>

  private init(address: String, port: UInt16, commands: Mailbox<HTTPServerLoop.Command>) {
    self.address = address
    self.port = port
    self.commands = commands
  }

  /// Starts to listen; requests come through the mailbox.
  public static func start(
    _ options: HTTPServerOptions, mailbox: Mailbox<HTTPServerEvent>
  ) throws(HTTPServerError) -> HTTPServer {
    FileLimit.raise()
    let socket = try ListeningSocket(host: options.host, port: options.port)
    let wake: WakeSignal
    do {
      wake = try WakeSignal()
    } catch {
      close(socket.descriptor)
      throw HTTPServerError(.system(error))
    }
    let commands = Mailbox<HTTPServerLoop.Command>(wake: wake)
    let loop = HTTPServerLoop(options, socket, wake: wake, commands: commands, mailbox: mailbox)
    guard loop.start() else {
      close(socket.descriptor)
      throw HTTPServerError(options.certificate == nil ? .system(lastError) : .badCertificate)
    }
    let thread = Thread { loop.run() }
    thread.name = "http"
    thread.start()
    let scheme = options.certificate == nil ? "http" : "https"
    return HTTPServer(
      address: "\(scheme)://\(socket.authority)", port: socket.port, commands: commands)
  }

  private static var lastError: SystemError { SystemError("MHD_start_daemon", errno) }

  /// Sends the answer to a request; one that is answered already stays as it is.
  ///
  /// An answer with a topic goes on: `send` adds to it until the last piece, or until
  /// `HTTPServerEvent.streamEnded` comes.
  public func respond(to exchange: HTTPExchangeID, with response: HTTPResponse) {
    commands.post(.respond(exchange, response))
  }

  /// Sends more of an answer that goes on; does nothing where there is none.
  public func send(_ text: String, to exchange: HTTPExchangeID, isLast: Bool = false) {
    commands.post(.send(exchange, text, isLast: isLast))
  }

  /// Stops gracefully: no more connections, requests under way are answered; then
  /// `HTTPServerEvent.stopped` comes.
  public func stop() { commands.post(.stop) }
}
