import TerminalUI

/// Where the parts of a meeting's screen stand, by its size and by what one is doing.
struct MeetingLayout {
  let size: Size
  let headline: Rect
  let child: Rect
  let brief: Rect
  let options: Rect
  let form: Rect
  let status: Rect
  let footer: Rect
  /// Whether the parts have frames; a small screen has no rows to spare for them.
  let isFramed: Bool

  init(_ size: Size, part: MeetingScreen.Part, isZoomed: Bool, options count: Int) {
    self.size = size
    let bounds = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let rows = bounds.rows([.fixed(1), .fixed(1), .weight(1), .fixed(1), .fixed(1)])
    headline = rows[0]
    child = rows[1]
    status = rows[3]
    footer = rows[4]
    let body = rows[2]
    let nothing = Rect(x: 0, y: 0, width: 0, height: 0)
    isFramed = size.width >= 120 && size.height >= 34
    if isZoomed, part != .form {
      brief = part == .brief ? body : nothing
      options = part == .options ? body : nothing
      form = nothing
      return
    }
    if isFramed {
      let columns = body.columns([.weight(9), .weight(11)])
      brief = columns[0]
      let wanted = max(3, min(count, part == .options ? 24 : 9)) + 4
      guard count > 0 else {
        options = nothing
        form = columns[1]
        return
      }
      let height = min(wanted, body.height / 2)
      let right = columns[1].rows([.fixed(height), .weight(1)])
      options = right[0]
      form = right[1]
      return
    }
    // While nothing is written the form is a line that sums it up: the rows are the brief's.
    let wanted = part == .form ? max(3, body.height * 11 / 19) : min(2, body.height / 2)
    let split = body.rows([.weight(1), .fixed(wanted)])
    form = split[1]
    // Beside the brief as long as both can be read; otherwise behind a key.
    guard count > 0, size.width >= 72 else {
      brief = part == .options && count > 0 ? nothing : split[0]
      options = part == .options && count > 0 ? split[0] : nothing
      return
    }
    let share = part == .options ? 44 : 30
    let columns = split[0].columns([.weight(1), .fixed(share * size.width / 80)])
    brief = columns[0]
    options = columns[1]
  }
}
