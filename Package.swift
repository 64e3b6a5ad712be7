// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled with the same strictness, so that a warning never lands.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The terminal program owns engine and screen on one thread.
let mainThread: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let package = Package(
  name: "ivr-tui",
  products: [
    .executable(name: "ivr-tui", targets: ["ivr-tui"]),
    .executable(name: "ivr-bench", targets: ["ivr-bench"]),
  ],
  targets: [
    .systemLibrary(
      name: "CExpat", path: "Sources/System/CExpat", providers: [.apt(["libexpat1-dev"])]),
    // Debian's libicu-dev; a target of C, since its headers clash with Foundation's own ICU.
    .target(
      name: "CICU", path: "Sources/System/CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .systemLibrary(
      name: "CMicrohttpd", path: "Sources/System/CMicrohttpd",
      providers: [.apt(["libmicrohttpd-dev", "libgnutls28-dev"])]),
    .systemLibrary(
      name: "CCurl", path: "Sources/System/CCurl", providers: [.apt(["libcurl4-gnutls-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/System/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CNcurses", path: "Sources/System/CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    // apt: libphonenumber-dev. Its C++ interface crashes the compiler, so it gets a C face.
    .target(
      name: "CPhone", path: "Sources/System/CPhone",
      linkerSettings: [.linkedLibrary("phonenumber"), .linkedLibrary("protobuf")]),
    .target(
      name: "IVRLanguages", dependencies: ["CExpat", "CICU", "CPhone"], swiftSettings: strict),
    .target(
      name: "IVRCore", dependencies: ["IVRLanguages"],
      resources: [
        .embedInCode("API/Demo/Assets/script.js"), .embedInCode("API/Demo/Assets/style.css"),
      ], swiftSettings: strict),
    .target(
      name: "IVRAdapters",
      dependencies: ["IVRCore", "IVRLanguages", "CCurl", "CMicrohttpd", "CZlib"],
      swiftSettings: strict),
    .executableTarget(
      name: "ivr-tui", dependencies: ["IVRAdapters", "IVRCore", "IVRLanguages", "CNcurses"],
      swiftSettings: mainThread),
    .executableTarget(
      name: "ivr-bench", dependencies: ["IVRAdapters", "IVRCore", "IVRLanguages"],
      swiftSettings: strict),
    .target(
      name: "IVRTestSupport", dependencies: ["IVRAdapters", "IVRCore", "IVRLanguages"],
      path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "IVRLanguagesTests", dependencies: ["IVRCore", "IVRLanguages", "IVRTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IVRCoreTests", dependencies: ["IVRCore", "IVRLanguages", "IVRTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IVRAdaptersTests", dependencies: ["IVRAdapters", "IVRCore", "IVRTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ivr-tuiTests", dependencies: ["ivr-tui", "IVRTestSupport"], swiftSettings: mainThread),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
