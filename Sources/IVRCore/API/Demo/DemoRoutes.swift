extension RouteFamily {
  /// A small site for visitors, beside the APIs; docs/DEMO_PAGE.md tells more.
  ///
  /// It needs no token: it shows figures, and to each visitor the visitor's own request. A callback
  /// is asked for from its own pages only (`SameOrigin`); the 8x8 tenant's token stays in the engine.
  static let demoPage = RouteFamily(
    name: "Demo page",
    routes: [
      Route("GET", DemoPath.page, "Shows the page where visitors ask for a callback.") {
        engine, _ in .now(DemoFormPage(engine: engine).page.response())
      }.telling(html),
      Route("GET", DemoPath.board, "Shows the wall board.") { engine, _ in
        let site = engine.world.lab.name
        return .now(DemoBoardPage(board: engine.demoBoard, site: site).page.response())
      }.telling(html),
      Route("GET", DemoPath.style, "Answers the stylesheet of the pages.") { _, _ in
        .now(DemoAsset.style.response)
      }.telling(.media(["text/css"])),
      Route("GET", DemoPath.script, "Answers the script of the pages.") { _, _ in
        .now(DemoAsset.script.response)
      }.telling(.media(["text/javascript"])),
      Route(
        "POST", DemoPath.callbacks, "Asks for a callback by a form of the page itself.",
        success: 303, DemoEndpoint.ask
      ).telling(
        .nothing, body: form, answers: [RouteFacts.Answer(status: 422, content: html)],
        refusals: [403, 404]),
      Route(
        "GET", DemoPath.callbacks + "/{key}", "Tells a visitor's request, as page or as JSON.",
        DemoEndpoint.tell
      ).telling(.media(["text/html", "application/json"])),
      Route(
        "POST", DemoPath.callbacks + "/{key}/cancel", "Takes a visitor's request back.",
        success: 303, DemoEndpoint.cancel
      ).telling(.nothing, refusals: [403]),
      Route(
        "GET", DemoPath.events,
        "Tells a visitor's request whenever it changes (text/event-stream).",
        query: [.required("key", .text(limit: 64))], DemoEndpoint.watch
      ).telling(.media(["text/event-stream"]), refusals: [404]),
      Route("GET", DemoPath.boardEvents, "Tells the wall board whenever it changes.") { _, _ in
        .now(DemoEndpoint.stream(.board))
      }.telling(.media(["text/event-stream"])),
    ],
    authorize: { _, _, _ in }, refusals: .page, latency: { _, _ in 0 }, isWithoutHost: true,
    needsToken: false, document: .demo)

  private static let html = RouteFacts.Content.media(["text/html"])

  private static let form = RouteFacts.Body(
    types: ["application/x-www-form-urlencoded"],
    members: [
      .required("phone", .words), .required("when", .choice(DemoChoice.allCases.map(\.rawValue))),
    ])
}
