import TerminalUI

/// Where the parts of a meeting's screen stand, by its size, by what one is doing and as the person has
/// drawn the lines between them.
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
  /// The parts between which a line can be moved.
  let places: PanePlaces

  init(
    _ size: Size, part: MeetingScreen.Part, isZoomed: Bool, options count: Int,
    shape: PaneShape<MeetingScreen.Part> = PaneShape()
  ) {
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
      places = PanePlaces(room: body, areas: [body])
      return
    }
    if isFramed {
      let columns = body.columns(
        shape.cells(.across, of: body.width).map { [.fixed($0), .weight(1)] }
          ?? [.weight(9), .weight(11)])
      brief = columns[0]
      let wanted = max(3, min(count, part == .options ? 24 : 9)) + 4
      guard count > 0 else {
        options = nothing
        form = columns[1]
        places = PanePlaces(room: body, areas: [brief, form])
        return
      }
      let height = shape.cells(.down, of: body.height) ?? min(wanted, body.height / 2)
      let right = columns[1].rows([.fixed(height), .weight(1)])
      options = right[0]
      form = right[1]
      places = PanePlaces(room: body, areas: [brief, options, form])
      return
    }
    // While nothing is written the form is a line that sums it up: the rows are the brief's.
    let chosen = shape.cells(.down, of: body.height).map { body.height - $0 }
    let wanted =
      part == .form ? chosen ?? max(3, body.height * 11 / 19) : min(2, body.height / 2)
    let split = body.rows([.weight(1), .fixed(wanted)])
    form = split[1]
    // Beside the brief where both can be read; on a small screen the brief has the columns until
    // somebody goes to the providers, and names the likeliest.
    guard count > 0, size.width >= (part == .options ? 72 : 110) else {
      brief = part == .options && count > 0 ? nothing : split[0]
      options = part == .options && count > 0 ? split[0] : nothing
      places = PanePlaces(room: body, areas: part == .form ? [split[0], form] : [split[0]])
      return
    }
    let share = part == .options ? 44 : 30
    let columns = split[0].columns(
      shape.cells(.across, of: size.width).map { [.fixed($0), .weight(1)] }
        ?? [.weight(1), .fixed(share * size.width / 80)])
    brief = columns[0]
    options = columns[1]
    places = PanePlaces(
      room: body, areas: part == .form ? [brief, options, form] : [brief, options])
  }

  /// Where a part stands; nil where it is not in view.
  func area(of part: MeetingScreen.Part) -> Rect? {
    let area =
      switch part {
      case .brief: brief
      case .options: options
      case .form: form
      }
    return area.isEmpty ? nil : area
  }
}
