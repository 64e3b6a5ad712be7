extension Lab {
  /// The number under which a flow can be called that no entry point of the lab has.
  public static let trialNumber = "+15550100"

  /// The lab with what a flow from elsewhere needs: an entry point that answers with it, first in
  /// the directory, and the queues it names, served by every team.
  public func adopting(_ flow: FlowDocument) -> Lab {
    var lab = self
    let entry = EntryPoint(
      id: EntryPointID(rawValue: "trial-\(flow.name)"), name: flow.name, number: Self.trialNumber,
      direction: .inbound, flow: flow.name, label: "Latest", queue: nil)
    lab.entryPoints.insert(entry, at: 0)
    let activities = flow.main.activities + flow.events.activities
    for queue in activities.flatMap(\.settings.queues)
    where !lab.queues.contains(where: { $0.id == queue.id }) {
      lab.queues.append(
        QueueSettings(
          id: queue.id, name: queue.name ?? "Queue \(queue.id.short)",
          routing: Routing(groups: [Routing.Group(teams: teams.map(\.id))]),
          duplicateGuard: .refuse, earlierWaits: [], maximumTime: 86_400_000))
    }
    return lab
  }
}
