/// The frame of the demo's pages: one stylesheet, one script, nothing from elsewhere.
struct DemoPage: Sendable {
  /// Which entry of the navigation is this page.
  enum Place: Hashable {
    case callback, board, other
  }

  let title: String
  /// The name of the lab.
  let site: String
  var place = Place.callback
  /// What else stands in the head.
  var head: Markup = ""
  let main: Markup

  /// The document.
  var text: String {
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title) – \(site)</title>
      <link rel="stylesheet" href="\(DemoPath.style)">
      <script src="\(DemoPath.script)" defer></script>
      \(head)
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="bar"><div class="wide">
      <p class="brand">\(site)</p>
      <nav aria-label="Pages"><ul>
      \(link("Callback", DemoPath.page, .callback))
      \(link("Wall board", DemoPath.board, .board))
      </ul></nav>
      </div></header>
      <main id="main" class="wide" tabindex="-1">
      \(main)
      </main>
      <footer><div class="wide"><p>A simulator: no real telephone rings, and nobody is really there.</p></div></footer>
      </body>
      </html>

      """
    return page.text
  }

  private func link(_ label: String, _ path: String, _ target: Place) -> Markup {
    let current: Markup = target == place ? " aria-current=\"page\"" : ""
    return "<li><a href=\"\(path)\"\(current)>\(label)</a></li>"
  }

  func response(_ status: Int = 200) -> HTTPResponse {
    .demo(text, "text/html; charset=utf-8", status: status)
  }
}

extension HTTPResponse {
  /// What every answer of the demo page says besides itself: browsers load nothing from elsewhere,
  /// run nothing that is not a file of this server, and put the page into no frame.
  private static let demoHeaders = [
    HTTPHeader(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    HTTPHeader("X-Content-Type-Options", "nosniff"), HTTPHeader("Referrer-Policy", "no-referrer"),
    HTTPHeader("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// An answer of the demo page; nobody keeps it.
  static func demo(
    _ body: String, _ type: String, status: Int = 200, cache: String = "no-store"
  ) -> HTTPResponse {
    HTTPResponse(
      status: status,
      headers: [HTTPHeader("Content-Type", type), HTTPHeader("Cache-Control", cache)]
        + demoHeaders, body: body)
  }

  /// Sends the browser to another page of the demo.
  static func demoRedirect(to path: String) -> HTTPResponse {
    var response = demo("", "text/plain; charset=utf-8", status: 303)
    response.headers.append(HTTPHeader("Location", path))
    return response
  }
}
