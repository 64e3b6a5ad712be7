import Foundation

extension TemplateFilters {
  static let codingFilters = [
    TemplateCallable("base64encode") { call throws(TemplateFault) in
      try call.result(Data(call.text().utf8).base64EncodedString())
    },
    TemplateCallable("base64decode") { call throws(TemplateFault) in
      let text = try call.text()
      let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
      guard let data = Data(base64Encoded: text + (text.contains("=") ? "" : padding)) else {
        throw call.fault(.badBase64)
      }
      return .text(String(decoding: data, as: UTF8.self))
    },
    TemplateCallable("sha256") { call throws(TemplateFault) in
      .text(SHA256.hexadecimal(Array(try call.text().utf8)))
    },
    TemplateCallable("urlencode") { call throws(TemplateFault) in
      try call.result(Escaping.formEncoded(call.text()))
    },
  ]
}
