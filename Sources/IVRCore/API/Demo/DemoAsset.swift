/// A file that the pages need; it is a part of the program.
struct DemoAsset: Sendable {
  private let bytes: [UInt8]
  private let type: String

  static let style = DemoAsset(
    bytes: PackageResources.style_css, type: "text/css; charset=utf-8")
  static let script = DemoAsset(
    bytes: PackageResources.script_js, type: "text/javascript; charset=utf-8")

  var response: HTTPResponse {
    .demo(String(decoding: bytes, as: UTF8.self), type, cache: "no-cache")
  }
}
