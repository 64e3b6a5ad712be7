import CZlib

/// The gzip form of bodies.
///
/// Source: RFC 1952; RFC 9110, sections 12.4.2 and 12.5.3 for who asks for it.
enum Gzip {
  /// Bodies below this many bytes do not get shorter.
  static let shortest = 256

  /// Whether a client's `Accept-Encoding` lets a response be compressed.
  static func isAccepted(_ header: String?) -> Bool {
    var byName: Bool?
    var byStar = false
    for item in (header ?? "").split(separator: ",") {
      let words = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let name = words.first?.lowercased() else { continue }
      let quality = words.dropFirst().first { $0.lowercased().hasPrefix("q=") }
      let isWanted = quality.map { Double($0.dropFirst(2)) ?? 0 > 0 } ?? true
      if name == "gzip" || name == "x-gzip" { byName = isWanted }
      if name == "*" { byStar = isWanted }
    }
    return byName ?? byStar
  }

  /// The compressed bytes, or nil where the library has no memory.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard cz_gzip_init(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let room = output.count
    let result = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard result == Z_STREAM_END else { return nil }
    return Array(output.prefix(room - Int(stream.avail_out)))
  }
}
