import IVRAdapters
import IVRCore
import IVRTestSupport
import Testing

@testable import ivr_tui

@Suite("The HTTP server in the lab")
struct ServiceTests {
  @Test("the key and the command ask for it, and the address is shown while it runs")
  func starts() throws {
    var lab = try LabDriver()
    try lab.press("S")
    #expect(lab.commands == [.serve(port: 0)])
    try lab.command("serve 8080")
    #expect(lab.commands == [.serve(port: 8080)])
    let token = "ivrtui_shown-once"
    _ = update(&lab.state, .serving(.success("http://127.0.0.1:8080"), token: token))
    #expect(lab.notice == "Serves http://127.0.0.1:8080")
    #expect(lab.text.contains("The lab serves") && lab.text.contains(token))
    #expect(lab.state.service.token == TokenHash(of: token))
    try lab.press("Esc")
    #expect(!lab.text.contains(token))
    #expect(lab.text.contains("serves :8080"))
    try lab.press("S")
    #expect(lab.commands == [.stopServing])
    try lab.command("serve off")
    #expect(lab.commands == [.stopServing])
    _ = update(&lab.state, .service(.stopped))
    #expect(lab.state.service.token == nil)
    #expect(!lab.text.contains("8080"))
  }

  @Test(
    "what cannot be served is said",
    arguments: ["serve x", "serve 70000", "serve 1 2", "serve off"])
  func refuses(command: String) throws {
    var lab = try LabDriver()
    try lab.command(command)
    #expect(lab.commands == [])
    #expect(["A port is", "The lab does not serve"].contains { lab.text.contains($0) })
  }
}
