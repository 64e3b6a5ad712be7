import IVRLanguages
import Testing

@testable import IVRCore

@Suite struct OpenAPITests {
  /// The operations of a document, as `GET /path`, in its order.
  private func operations(_ document: APIDocument) throws -> [String] {
    let paths = try #require(OpenAPIWriter.document(document)["paths"]?.object)
    return paths.members.flatMap { path in
      (path.value.object?.keys ?? []).map { "\($0.uppercased()) \(path.key)" }
    }
  }

  @Test("every route is in exactly one document, and nothing else is")
  func complete() throws {
    let routes = RouteTable.families.flatMap(\.routes).map { "\($0.method) \($0.template.text)" }
    let told = try APIDocument.allCases.flatMap(operations)
    #expect(told.sorted() == routes.sorted())
    #expect(Set(told).count == told.count)
    for document in APIDocument.allCases {
      #expect(try !operations(document).isEmpty, "\(document) is empty")
    }
  }

  @Test("paths with the same gaps in the same places are one path", arguments: APIDocument.allCases)
  func paths(document: APIDocument) throws {
    let paths = try #require(OpenAPIWriter.document(document)["paths"]?.object).keys
    let shapes = paths.map { path in
      path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }.joined(separator: "/")
    }
    #expect(Set(shapes).count == shapes.count)
  }

  @Test("a document is JSON, the same each time", arguments: APIDocument.allCases)
  func stable(document: APIDocument) throws {
    let text = JSONText.print(OpenAPIWriter.document(document))
    let parsed = try JSONText.parse(text)
    #expect(JSONText.print(parsed) == text)
    #expect(document.response.body == text)
    #expect(parsed["openapi"]?.string == "3.1.0")
  }

  @Test("every reference leads somewhere, and every part is referred to")
  func references() {
    for document in APIDocument.allCases {
      let json = OpenAPIWriter.document(document)
      var found: Set<String> = []
      collect(json, &found)
      for reference in found.sorted() {
        let steps = reference.split(separator: "/").dropFirst().map(String.init)
        let target = steps.reduce(Optional(json)) { $0?[$1] }
        #expect(target?.object?.isEmpty == false, "\(document): \(reference) leads nowhere")
      }
      for kind in ["schemas", "responses"] {
        for name in json["components"]?[kind]?.object?.keys ?? [] {
          #expect(found.contains("#/components/\(kind)/\(name)"), "\(document): \(name) is unused")
        }
      }
    }
  }

  private func collect(_ value: JSONValue, _ found: inout Set<String>) {
    for member in value.object?.members ?? [] {
      if member.key == "$ref", let text = member.value.string { found.insert(text) }
      collect(member.value, &found)
    }
    for element in value.array ?? [] { collect(element, &found) }
  }

  @Test("names of operations are unique, gaps of paths are parameters, statuses have words")
  func parts() throws {
    for document in APIDocument.allCases {
      let paths = try #require(OpenAPIWriter.document(document)["paths"]?.object)
      var names: [String] = []
      for path in paths.members {
        for operation in (path.value.object?.values ?? []) {
          names.append(operation["operationId"]?.string ?? "")
          let parameters = operation["parameters"]?.array ?? []
          let gaps = parameters.filter { $0["in"] == "path" }.compactMap { $0["name"]?.string }
          #expect(gaps == PathTemplate(path.key).names)
          for response in operation["responses"]?.object?.values ?? [] {
            #expect(response["description"]?.string?.hasPrefix("Answered with") != true)
          }
        }
      }
      #expect(Set(names).count == names.count && !names.contains(""))
    }
  }

  @Test("a family asks for a token exactly where its document says so")
  func tokens() {
    let lab = WebCallbackLab.lab()
    for family in RouteTable.families {
      for route in family.routes {
        var isRefused = false
        let request = HTTPRequest(method: route.method, url: route.template.text)
        do throws(APIError) {
          try family.authorize(request, route, lab)
        } catch {
          isRefused = true
        }
        #expect(isRefused == family.needsToken, "\(route.method) \(route.template.text)")
      }
    }
  }
}
