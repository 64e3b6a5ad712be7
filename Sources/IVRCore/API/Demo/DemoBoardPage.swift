/// The wall board as a page: read-only.
struct DemoBoardPage {
  let board: DemoBoard
  let site: String

  var page: DemoPage {
    DemoPage(title: "Wall board", site: site, place: .board, head: refresh, main: main)
  }

  private var refresh: Markup {
    "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>"
  }

  private var main: Markup {
    """
    <div class="board" data-events="\(DemoPath.boardEvents)" data-layout="\(board.layout)">
    <div class="heading"><h1>Wall board</h1><p class="hint live" data-live hidden></p></div>
    <section aria-labelledby="totals"><h2 id="totals" class="quiet">All queues</h2>
    <dl class="tiles">
    \(board.totals.map(figure))
    </dl></section>
    <section aria-labelledby="queues"><h2 id="queues">Queues</h2>
    <div class="queues">
    \(board.queues.enumerated().map(card))
    </div></section>
    <section aria-labelledby="agents"><h2 id="agents">Agents</h2>
    <dl class="tiles small">
    \(board.agents.map(figure))
    </dl></section>
    </div>
    """
  }

  private func figure(_ figure: DemoBoard.Figure) -> Markup {
    "<div><dt>\(figure.label)</dt><dd data-field=\"\(figure.name)\">\(figure.value)</dd></div>"
  }

  private func card(_ place: Int, _ queue: DemoBoard.Queue) -> Markup {
    let large = queue.figures.prefix(1).map { figure -> Markup in
      "<p class=\"large\"><span data-field=\"\(figure.name)\">\(figure.value)</span> \(figure.label)</p>"
    }
    return """
      <article class="card" data-busy="\(String(queue.figures.first?.value != "0"))" aria-labelledby="queue-\(String(place))">
      <h3 id="queue-\(String(place))">\(queue.name.replacing("_", with: " "))</h3>
      \(large)
      <dl class="facts">
      \(queue.figures.dropFirst().map(figure))
      </dl>
      </article>
      """
  }
}
