import IVRLanguages

/// The hosts outside that flows may call: `realHosts`, a list of names, or of objects
/// `{"host": "…", "isPrivate": true}`.
extension LabReader {
  mutating func realHosts() -> [RealHost] {
    let path: [JSONStep] = [.key("realHosts")]
    guard let value = document.value(at: path), !value.isNull else { return [] }
    guard let items = value.array else {
      document.report("IVR102", .error, at: path, "\"realHosts\" is no list.")
      return []
    }
    return items.indices.compactMap { realHost(path + [.index($0)]) }
  }

  private mutating func realHost(_ path: [JSONStep]) -> RealHost? {
    let value = document.value(at: path)
    if let name = value?.string { return checked(RealHost(name), path) }
    guard value?.object != nil else {
      document.report("IVR102", .error, at: path, "A real host is a name or an object.")
      return nil
    }
    reportUnknownMembers(of: ["host", "isPrivate", "comment"], at: path)
    let name = text("host", at: path)
    let isPrivate = flag("isPrivate", at: path, standard: false)
    return checked(RealHost(name, isPrivate: isPrivate), path + [.key("host")])
  }

  private mutating func checked(_ host: RealHost, _ path: [JSONStep]) -> RealHost? {
    guard host.isWellFormed else {
      document.report(
        "IVR103", .error, at: path, "\"\(host.name)\" is no name of a host.",
        hint: "Write the name or address alone, without https://, port or path.")
      return nil
    }
    return host
  }
}

extension RealHost {
  /// Whether it is a name or an address alone, which a URL's host can equal.
  public var isWellFormed: Bool {
    let isAddress = name.hasPrefix("[") && name.hasSuffix("]")
    let body = isAddress ? name.dropFirst().dropLast() : name[...]
    return !body.isEmpty && name.utf8.count <= 255
      && body.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
          || scalar == "." || scalar == "_" || isAddress && scalar == ":"
      }
  }
}
