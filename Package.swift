// swift-tools-version: 6.1
import PackageDescription

// The release programs are one static file each: they start sooner, and run on a machine that has no
// Swift and no ncurses. lld, unlike the default linker, does not warn of SQLite's unused dlopen, and
// leaves out the names of everything, which are two thirds of the file and of no use to who runs it.
let staticWhenReleased: [SwiftSetting] = [
  .unsafeFlags(["-static-executable"], .when(configuration: .release))
]
let linkedStaticWhenReleased: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-use-ld=lld", "-Xlinker", "--strip-all"],
    .when(configuration: .release))
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
    .target(name: "AlternativeProvision"),
    .target(name: "CaseStore", dependencies: ["AlternativeProvision", "CSQLite"]),
    .target(name: "Interchange", dependencies: ["AlternativeProvision", "CaseStore"]),
    .target(name: "TerminalUI", dependencies: ["CNcurses"]),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        .embedInCode("dusk.theme"), .embedInCode("chalk.theme"), .embedInCode("contrast.theme"),
        .embedInCode("deutan.theme"), .embedInCode("tritan.theme"),
        .embedInCode("solarized-dark.theme"), .embedInCode("solarized-light.theme"),
        .embedInCode("gruvbox.theme"), .embedInCode("mono.theme"), .embedInCode("projector.theme"),
      ]),
    .target(
      name: "Dashboard", dependencies: ["AlternativeProvision", "CaseStore", "TerminalUI"]),
    .target(
      name: "MadeUpCaseload", dependencies: ["AlternativeProvision", "CaseStore", "Interchange"]),
    .executableTarget(
      name: "sixthday",
      dependencies: [
        "AlternativeProvision", "CaseStore", "Interchange", "Dashboard", "MadeUpCaseload", "Themes",
      ],
      swiftSettings: staticWhenReleased, linkerSettings: linkedStaticWhenReleased),
    .executableTarget(
      name: "sixthday-bench",
      dependencies: ["AlternativeProvision", "CaseStore", "Interchange", "MadeUpCaseload"],
      swiftSettings: staticWhenReleased, linkerSettings: linkedStaticWhenReleased),
    .testTarget(name: "AlternativeProvisionTests", dependencies: ["AlternativeProvision"]),
    .testTarget(name: "CaseStoreTests", dependencies: ["CaseStore"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange"]),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "Themes"]),
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
