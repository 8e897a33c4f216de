// swift-tools-version: 6.1
import PackageDescription

// A release program is one static file: it starts sooner, and runs on a machine that has no Swift and no
// ncurses. A file of its size is read nearly whole before its first frame where the kernel has it not at
// hand, so every function has a section, of which the linker takes those that are used and each
// once, and regular expressions, which come with any program that merely could use them, are left out.
let lean: [SwiftSetting] = [
  .unsafeFlags(
    [
      "-Xfrontend", "-function-sections",
      "-Xfrontend", "-disable-implicit-string-processing-module-import",
    ], .when(configuration: .release))
]
// Screens and commands wait for people: for them a smaller program is the faster one.
let leanest: [SwiftSetting] =
  lean + [.unsafeFlags(["-Osize"], .when(configuration: .release))]
let linkedStatically: [SwiftSetting] = [
  .unsafeFlags(["-static-executable"], .when(configuration: .release))
]
// lld, unlike the default linker, does not warn of SQLite's unused dlopen, and leaves out the names of
// everything, which are two thirds of the file and of no use to who runs it.
let linkedLean: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-use-ld=lld", "-Xlinker", "--strip-all", "-Xlinker", "--icf=all",
    ], .when(configuration: .release))
]

let package = Package(
  name: "sixthday",
  products: [
    .executable(name: "sixthday", targets: ["sixthday"]),
    .executable(name: "sixthday-bench", targets: ["sixthday-bench"]),
    .library(name: "AlternativeProvision", targets: ["AlternativeProvision"]),
  ],
  targets: [
    .target(
      name: "CNcurses",
      cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "AlternativeProvision", swiftSettings: lean),
    .target(
      name: "CaseStore", dependencies: ["AlternativeProvision", "CSQLite"], swiftSettings: lean),
    .target(
      name: "Interchange", dependencies: ["AlternativeProvision", "CaseStore"],
      swiftSettings: lean),
    .target(name: "TerminalUI", dependencies: ["CNcurses"], swiftSettings: lean),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        .embedInCode("dusk.theme"), .embedInCode("chalk.theme"), .embedInCode("contrast.theme"),
        .embedInCode("deutan.theme"), .embedInCode("tritan.theme"),
        .embedInCode("solarized-dark.theme"), .embedInCode("solarized-light.theme"),
        .embedInCode("gruvbox.theme"), .embedInCode("mono.theme"), .embedInCode("projector.theme"),
      ]),
    .target(
      name: "Dashboard", dependencies: ["AlternativeProvision", "CaseStore", "TerminalUI"],
      swiftSettings: leanest),
    .target(
      name: "MadeUpCaseload", dependencies: ["AlternativeProvision", "CaseStore", "Interchange"],
      swiftSettings: leanest),
    .executableTarget(
      name: "sixthday",
      dependencies: [
        "AlternativeProvision", "CaseStore", "Interchange", "Dashboard", "MadeUpCaseload", "Themes",
      ],
      swiftSettings: leanest + linkedStatically, linkerSettings: linkedLean),
    .executableTarget(
      name: "sixthday-bench",
      dependencies: ["AlternativeProvision", "CaseStore", "Interchange", "MadeUpCaseload"],
      swiftSettings: linkedStatically, linkerSettings: linkedLean),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "AlternativeProvisionTests", dependencies: ["AlternativeProvision", "TestSupport"]),
    .testTarget(name: "CaseStoreTests", dependencies: ["CaseStore", "TestSupport"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "TestSupport"]),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "Themes", "TestSupport"]),
    .testTarget(
      name: "DashboardTests", dependencies: ["Dashboard", "MadeUpCaseload", "Themes"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "MadeUpCaseloadTests",
      dependencies: ["AlternativeProvision", "CaseStore", "Interchange", "MadeUpCaseload"]),
    .testTarget(
      name: "SixthdayTests",
      dependencies: ["AlternativeProvision", "CaseStore", "Dashboard", "sixthday"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["AlternativeProvision", "CaseStore", "MadeUpCaseload", "sixthday"]),
  ],
  swiftLanguageModes: [.v6]
)
