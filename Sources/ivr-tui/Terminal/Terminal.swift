/// A place where pictures are shown and keys come from; used on the main thread only.
protocol Terminal: AnyObject {
  /// The extent now; it changes together with an `InputEvent.resized`.
  var size: Size { get }

  /// What to poll for input.
  var descriptor: Int32 { get }

  /// Takes all input there is; never waits.
  func nextEvents() -> [InputEvent]

  /// Shows a picture by drawing what differs from the last one; parts outside the terminal are cut.
  func present(_ screen: Screen)

  /// Draws with a theme and listens to the mouse from here on, or no longer.
  func use(_ looks: Looks)

  /// Draws the last picture again from nothing, for a terminal that another program wrote over.
  func repaint()

  /// Gives the terminal back as it was found; harmless when repeated.
  func leave()
}
