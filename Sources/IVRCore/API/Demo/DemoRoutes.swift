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
      },
      Route("GET", DemoPath.board, "Shows the wall board.") { engine, _ in
        let site = engine.world.lab.name
        return .now(DemoBoardPage(board: engine.demoBoard, site: site).page.response())
      },
      Route("GET", DemoPath.style, "Answers the stylesheet of the pages.") { _, _ in
        .now(DemoAsset.style.response)
      },
      Route("GET", DemoPath.script, "Answers the script of the pages.") { _, _ in
        .now(DemoAsset.script.response)
      },
      Route(
        "POST", DemoPath.callbacks, "Asks for a callback by a form of the page itself.",
        success: 303, DemoEndpoint.ask),
      Route(
        "GET", DemoPath.callbacks + "/{key}", "Tells a visitor's request, as page or as JSON.",
        DemoEndpoint.tell),
      Route(
        "POST", DemoPath.callbacks + "/{key}/cancel", "Takes a visitor's request back.",
        success: 303, DemoEndpoint.cancel),
      Route(
        "GET", DemoPath.events,
        "Tells a visitor's request whenever it changes (text/event-stream).",
        query: [.required("key", .text(limit: 64))], DemoEndpoint.watch),
      Route("GET", DemoPath.boardEvents, "Tells the wall board whenever it changes.") { _, _ in
        .now(DemoEndpoint.stream(.board))
      },
    ],
    authorize: { _, _, _ in }, refuse: { error, request in DemoEndpoint.refuse(error, request) },
    latency: { _, _ in 0 }, isWithoutHost: true)
}
