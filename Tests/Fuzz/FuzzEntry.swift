import Glibc

/// What libFuzzer calls for each input; `IVR_FUZZ_TARGET` names the target.
///
/// Built by `scripts/fuzz.sh`, not by the package: it needs the fuzzer's own `main`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = UnsafeBufferPointer(start: bytes, count: count)
  target.run(Array(input))
  return 0
}

/// The target that the environment names.
private let target: FuzzTarget = {
  let name = getenv("IVR_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    preconditionFailure("IVR_FUZZ_TARGET names no target; there are \(names)")
  }
  return target
}()
