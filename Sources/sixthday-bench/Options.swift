import Glibc
import MadeUpCaseload

/// What was asked for on the command line.
struct Options {
  var sizes: [CaseloadSize] = [.team, .largeAuthority, .england]
  var program = Options.besideThis
  var runs = 15
  var presses = 100
  var isJSON = false
  var withPeers = true
  /// Where to leave a made-up caseload, instead of measuring.
  var target: String?
  /// A caseload that was made up before, to be measured instead of a new one.
  var caseload: String?
  var parts: Set<Part> = Set(Part.allCases)

  /// What can be measured apart.
  enum Part: String, CaseIterable {
    case start, keys, panel, imports = "import"
  }

  static let help = """
    usage: sixthday-bench [--size team|large|england]... [--only start|keys|panel|import]...
                          [--program FILE] [--runs N] [--presses N] [--no-peers] [--json]
           sixthday-bench --size SIZE --make FILE
           sixthday-bench --size SIZE --caseload FILE [--only start|keys]...

    Measures sixthday from outside, in a pseudo-terminal of 120 by 40: how soon the first whole frame
    is up, how long a key takes to the last byte that it causes, how soon a panel has its next referral
    and what is typed is in the store, how fast marks are imported beside sqlite3's own .import, peak
    memory, and what an untouched program costs. tig and htop are driven
    the same way where they are installed. Without --size it measures all three; England's takes
    some minutes to make up and about 10 GB in the temporary folder (TMPDIR). With --make it only makes
    up a caseload and leaves it in FILE, for other tools or for --caseload, which measures on that one:
    cases in it are assigned and placed, and that undone, as a part of it.

    """

  init(_ arguments: [String]) throws(BenchProblem) {
    var rest = arguments[...]
    var sizes: [CaseloadSize] = []
    var parts: Set<Part> = []
    while let option = rest.popFirst() {
      func value() throws(BenchProblem) -> String {
        guard let value = rest.popFirst() else { throw BenchProblem("\(option) needs a value") }
        return value
      }
      func number() throws(BenchProblem) -> Int {
        let text = try value()
        guard let number = Int(text), number > 0 else {
          throw BenchProblem("\(option) needs a number, not \(text)")
        }
        return number
      }
      switch option {
      case "--size":
        let name = try value()
        guard let size = CaseloadSize(rawValue: name) else {
          throw BenchProblem("no size \(name): say team, large or england")
        }
        sizes.append(size)
      case "--only":
        let name = try value()
        guard let part = Part(rawValue: name) else {
          throw BenchProblem("nothing called \(name): say start, keys, panel or import")
        }
        parts.insert(part)
      case "--program": program = try value()
      case "--runs": runs = try number()
      case "--presses": presses = try number()
      case "--make": target = try value()
      case "--caseload": caseload = try value()
      case "--no-peers": withPeers = false
      case "--json": isJSON = true
      case "--help", "-h":
        print(Options.help, terminator: "")
        exit(0)
      default: throw BenchProblem("no option \(option); --help lists them")
      }
    }
    if !sizes.isEmpty { self.sizes = sizes }
    if !parts.isEmpty { self.parts = parts }
    guard caseload == nil || sizes.count == 1 else {
      throw BenchProblem("--caseload is one caseload: say with --size what size it is")
    }
    guard target != nil || access(program, X_OK) == 0 else {
      throw BenchProblem("no program at \(program): build it, or name it with --program")
    }
  }

  private static var besideThis: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer[0..<max(0, length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/sixthday"
  }
}
