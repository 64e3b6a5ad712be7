/// Screen Pop.
///
/// Enters: renders address, query and label and shows them at the desk; nothing is fetched.
/// Exits: `default`; an error where an expression fails.
/// Source: webex-flow-format reference, `screen-pop`.
extension ScreenPopSettings: ActivityRunner {
  func enter(_ context: inout ActivityContext) throws(ActivityFailure) -> ActivityStep {
    let address = try context.address(try context.render(url).trimmed, query)
    let page = ScreenPop(
      label: context.mask.apply(to: try context.render(label)),
      url: context.mask.apply(to: address), target: target)
    context.detail("page", page.url)
    context.effects.append(.pop(page))
    return .leave("default")
  }
}
