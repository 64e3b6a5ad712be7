import Foundation
import IVRTestSupport
import Testing

@testable import IVRCore

@Suite struct RouteTests {
  @Test(
    "a template takes a path apart",
    arguments: [
      ("/", "/", [:]), ("/v1/tasks", "/v1/tasks", [:]), ("/v1/tasks", "/v1/tasks/", nil),
      ("/v1/tasks", "/v1", nil), ("/a/{id}/b", "/a/x%20y/b", ["id": "x y"]),
      ("/a/{id}/b", "/a//b", nil), ("/a/{id}/b", "/a/x/y/b", nil), ("/a/{id}", "/A/x", nil),
    ] as [(String, String, [String: String]?)])
  func template(text: String, path: String, expected: [String: String]?) {
    #expect(PathTemplate(text).match(path) == expected)
  }

  @Test("no route hides another, and every route says what it does in one sentence")
  func table() {
    for family in RouteTable.families {
      #expect(!family.routes.isEmpty)
      for route in family.routes {
        #expect(route.summary.hasSuffix(".") && route.summary.count <= 90)
        #expect(Set(route.template.names).count == route.template.names.count)
        let path = sample(route)
        guard case .route(let found, _, _) = RouteTable.match(route.method, path, host: "") else {
          Issue.record("\(route.method) \(route.template.text) is not found")
          continue
        }
        #expect(found.template == route.template)
      }
    }
  }

  private func sample(_ route: Route) -> String {
    route.template.text.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("{") ? "x" : String($0) }.joined(separator: "/")
  }

  @Test("docs/API.md tells every route")
  func documented() throws {
    let page = try String(contentsOfFile: SharedData.root + "/docs/API.md", encoding: .utf8)
    for family in RouteTable.families where !family.isWithoutHost {
      for route in family.routes {
        let row = "| \(family.name) | `\(route.method) \(route.template.text)` | \(route.summary) |"
        #expect(page.contains(row), "docs/API.md lacks \(row)")
      }
    }
  }

  @Test(
    "what a body must look like is said by its first fault",
    arguments: [
      (#"{"a": "x"}"#, nil), (#"{"a": " "}"#, "a is missing."), (#"{}"#, "a is missing."),
      (#"{"a": 1}"#, "a is not text."), (#"{"a": "123456"}"#, "a is longer than 5 bytes."),
      (#"{"a": "x", "b": "z"}"#, "b must be x, y."), (#"{"a": "x", "b": null}"#, nil),
      (#"{"a": "x", "c": 2}"#, "c must be true or false."),
      (#"{"a": "x", "d": 9}"#, "d must be a whole number from 1 to 3."),
      (#"{"a": "x", "e": {"f": 1.5}}"#, "e.f must be a whole number."),
      (#"{"a": "x", "e": []}"#, "e is not an object."),
      (#"{"a": "x", "g": ["ok", 1]}"#, "g[1] is not text."),
      (#"{"a": "x", "g": ["1", "2", "3"]}"#, "g has more than 2 elements."),
      (#"{"a": "x", "b": ""}"#, "b must be x, y."), (#"{"a": "x", "d": 2.0}"#, nil),
      (#"{"a": "x", "d": ""}"#, "d must be a whole number from 1 to 3."),
      (#"{"a": "x", "d": 1e-1}"#, "d must be a whole number from 1 to 3."),
      (#"{"a": "x", "h": "1"}"#, "h must be a number."), (#"{"a": "x", "h": 1.5}"#, nil),
      (#"{"a": "x", "i": {"k": "v"}, "j": [1]}"#, nil),
      (#"{"a": "x", "i": {"k": 1}}"#, "i.k is not text."),
      (#"{"a": "x", "i": {"k": "v", "l": "v"}}"#, "i has more than 1 pairs."),
      (#"{"a": "x", "i": []}"#, "i is not an object."),
    ] as [(String, String?)])
  func shapes(text: String, reason: String?) {
    let shapes: [ValueShape] = [
      .required("a", .text(limit: 5)), .optional("b", .choice(["x", "y"])), .optional("c", .flag),
      .optional("d", .whole(1...3)),
      .optional("e", .object([.required("f", .whole(.min ... .max))])),
      .optional("g", .list(.text(limit: 5), limit: 2)), .optional("h", .number),
      .optional("i", .named("Map", .map(.text(limit: 5), limit: 1))), .optional("j", .any),
    ]
    do throws(APIError) {
      try ValueShape.check(try APICall.object(text), shapes)
      #expect(reason == nil)
    } catch {
      #expect(error.description == reason)
    }
  }

  @Test(
    "the first path that fits says which methods there are",
    arguments: [
      ("/genesys/1/service/callback/x/availability", ["GET", "HEAD"]),
      ("/genesys/1/service/callback/x/y", ["DELETE", "PUT"]),
      ("/genesys/1/service/callback/x", ["POST", "GET", "HEAD"]),
      ("/genesys/1/service/x/check-queue-position", ["GET", "POST", "HEAD"]),
      ("/v1/tasks", ["POST", "GET", "HEAD"]),
    ] as [(String, [String])])
  func methods(path: String, allowed: [String]) {
    guard case .wrongMethod(let found) = RouteTable.match("PATCH", path, host: "") else {
      Issue.record("\(path) takes PATCH")
      return
    }
    #expect(found == allowed)
  }
}
