import IVRCore
import IVRLanguages
import IVRTestSupport

/// The sample lab with a callback service, and a client of it.
struct ServiceLab {
  var driver: CallDriver

  /// A lab whose service `callme` has the given options, as members of JSON.
  init(_ options: String = "") {
    let services = """
      "callbackServices": [{"name": "callme", "entryPoint": "ep-out",
       "options": {"_enable_in_queue_checking": "strict"\(options.isEmpty ? "" : ", ")\(options)}}],
      """
    let text = SampleLab.text.replacing("\"connectors\": [", with: services + "\"connectors\": [")
      .replacing("\"cjp:user\"]", with: "\"cjp:user\", \"gms\"]")
    let result = LabLoader.load(file: "lab.json", bytes: Array(text.utf8))
    guard let lab = result.lab else {
      preconditionFailure(result.findings.map(\.text).joined(separator: "\n"))
    }
    let flow = SampleFlow(["End: end {}"], ["Start.out > End"])
    driver = CallDriver(World(lab: lab, flows: ["Flow": flow.flow()], prompts: [:]))
  }

  /// Sends a request and answers status and body.
  mutating func send(
    _ method: String, _ path: String, _ body: String = "", token: String? = "not-a-real-token"
  ) -> (status: Int, body: JSONValue) {
    let answer = driver.request(method, "/genesys" + path, token: token, body: body)
    let value = answer.flatMap { try? JSONText.parse($0.body) }
    return (answer?.status ?? 0, value ?? .null)
  }

  /// Starts a callback of the service.
  mutating func start(_ members: String) -> (status: Int, body: JSONValue) {
    send("POST", "/1/service/callback/callme", "{\(members)}")
  }

  /// Starts one that is accepted, and answers its identifier.
  mutating func started(_ members: String = #""_customer_number":"14085267209""#) -> String {
    start(members).body["_id"]?.string ?? ""
  }

  /// The newest callback.
  var newest: ServiceCallback? { driver.engine.state.services.values.last }
}
