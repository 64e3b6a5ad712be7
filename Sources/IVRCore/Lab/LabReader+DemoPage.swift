import IVRLanguages

/// The `demo` of a lab document's `webCallback`: `{"tenant": …, "channel": …, "queue": …}`.
extension LabReader {
  private static let demoPath: [JSONStep] = [.key("webCallback"), .key("demo")]

  mutating func demoPage() -> DemoPageSettings? {
    let path = Self.demoPath
    guard let value = document.value(at: path) else { return nil }
    guard value.object != nil else {
      document.report("IVR102", .error, at: path, "\"demo\" is no object.")
      return nil
    }
    reportUnknownMembers(of: ["tenant", "channel", "queue", "comment"], at: path)
    return DemoPageSettings(
      tenant: text("tenant", at: path), channel: text("channel", at: path),
      queue: text("queue", at: path))
  }

  /// Reports what the demo page names and the lab does not have.
  mutating func checkDemoPage(_ lab: Lab) {
    guard let settings = lab.demoPage, has("tenant", at: Self.demoPath) else { return }
    guard let tenant = lab.webCallbackTenant(settings.tenant) else {
      let names = lab.webCallbackTenants.map(\.name)
      return check(settings.tenant, in: names, "tenant", at: Self.demoPath + [.key("tenant")])
    }
    if !tenant.isEnabled || !tenant.hasWebCallback {
      document.report(
        "IVR105", .warning, at: Self.demoPath + [.key("tenant")],
        "The tenant \"\(tenant.name)\" is switched off, so the demo page takes no callbacks.")
    }
    checkDemoChannel(settings.channel, tenant)
    checkDemoQueue(settings.queue, tenant)
  }

  private mutating func checkDemoChannel(_ number: String, _ tenant: WebCallbackTenant) {
    guard has("channel", at: Self.demoPath) else { return }
    let path = Self.demoPath + [.key("channel")]
    guard let channel = tenant.channel(number) else {
      return check(number, in: tenant.channels.map(\.number), "channel", at: path)
    }
    if channel.entryPoint == nil {
      document.report(
        "IVR105", .error, at: path, "The channel \"\(number)\" has no entry point.",
        hint: "Whoever is called now hears the flow of the channel's entry point.")
    }
  }

  private mutating func checkDemoQueue(_ id: String, _ tenant: WebCallbackTenant) {
    guard has("queue", at: Self.demoPath) else { return }
    let path = Self.demoPath + [.key("queue")]
    guard let queue = tenant.queues.first(where: { $0.id == id }) else {
      return check(id, in: tenant.queues.map(\.id), "queue", at: path)
    }
    if queue.direction != .outbound || !queue.isEnabled {
      document.report(
        "IVR105", .error, at: path, "The queue \"\(id)\" takes no web callbacks.",
        hint: "It must be switched on and outbound.")
    }
  }
}
