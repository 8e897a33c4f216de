import Glibc

/// What the Linux console shows of the bytes that a program wrote to it: pyte, which speaks its sequences,
/// reads them. Debian has it as `python3-pyte`, for its own Python.
enum ConsoleEmulator {
  /// What was written while the console had one size.
  struct Stretch {
    var columns: Int
    var rows: Int
    var bytes: [UInt8]
  }

  /// A console's screen.
  struct Shown {
    /// The rows, without the blanks at their ends.
    var lines: [String]
    /// The cursor's column and row, from 0.
    var cursor: (x: Int, y: Int)
    /// Whether the cursor shows.
    var hasCursor: Bool
    /// For each row the colours of its letters and figures, each once: "red on black bold".
    var looks: [[String]]

    func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

    /// The first line that holds a text.
    func line(with text: String) -> String? { lines.first { $0.contains(text) } }
  }

  private static let python = "/usr/bin/python3"

  /// Whether it is installed.
  static let isThere: Bool =
    (try? run(python, ["-c", "import pyte"], environment: BuiltProgram.environment(home: "/")))?
    .ending == .exited(0)

  private static let script = """
    import sys, pyte
    screen = stream = None
    for part in sys.argv[1:]:
        size, path = part.split(":", 1)
        columns, rows = map(int, size.split("x"))
        if screen is None:
            screen = pyte.Screen(columns, rows)
            stream = pyte.ByteStream(screen)
        else:
            screen.resize(rows, columns)
        stream.feed(open(path, "rb").read())
    print(screen.cursor.x, screen.cursor.y, 0 if screen.cursor.hidden else 1)
    for y, line in enumerate(screen.display):
        print(line.rstrip())
        looks = []
        for x in range(screen.columns):
            cell = screen.buffer[y][x]
            look = cell.fg + " on " + cell.bg + (" bold" if cell.bold else "")
            # Of a blank no ink is seen, and of a shape less is asked.
            if cell.data.isalnum() and look not in looks:
                looks.append(look)
        print("|".join(looks))
    """

  /// The screen after all that was written.
  static func screen(after stretches: [Stretch], in scratch: Scratch) throws -> Shown {
    let arguments = try stretches.enumerated().map { number, stretch in
      "\(stretch.columns)x\(stretch.rows):"
        + (try scratch.write("console\(number)", bytes: stretch.bytes))
    }
    let done = try run(
      python, ["-c", script] + arguments,
      environment: BuiltProgram.environment(home: scratch.path))
    var lines = done.output.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    guard done.ending == .exited(0), lines.count > 2 else {
      throw HarnessProblem("pyte could not read it: \(done.errors)")
    }
    let place = lines.removeFirst().split(separator: " ").compactMap { Int($0) }
    guard place.count == 3 else { throw HarnessProblem("pyte said \(place)") }
    if lines.last == "" { lines.removeLast() }
    return Shown(
      lines: lines.indices.filter { $0 % 2 == 0 }.map { lines[$0] },
      cursor: (place[0], place[1]), hasCursor: place[2] == 1,
      looks: lines.indices.filter { $0 % 2 == 1 }
        .map { lines[$0].split(separator: "|").map(String.init) })
  }
}
