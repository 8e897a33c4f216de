import TerminalUI

/// The look: choosing a theme while the dashboard is open, and what is there again the next time.
extension DashboardApp {
  /// The chooser of themes, or why there is none.
  func themes() -> Outcome {
    let names = desk.setting.themes.names
    return names.isEmpty
      ? .message(Message(.notice, "There is no other theme to choose."))
      : .push(ThemeScreen(names, now: desk.theme, lasting: lasting))
  }

  /// For how long a theme that is chosen here counts, as the end of a sentence.
  private var lasting: String {
    if let decider = desk.setting.themeDecidedBy {
      return " until you leave: \(decider) says \(desk.setting.settings.theme)"
    }
    return desk.setting.memory.isLasting ? ", the next time too" : " until you leave"
  }

  /// Shows the columns of a pane as the person wants them.
  func arrange(_ pane: PaneKind, _ choice: ColumnChoice) {
    guard var board = screens.first as? BoardScreen else { return }
    board.tables.choose(choice, in: pane)
    screens[0] = board
    mustRedrawAll = true
    needsDrawing = true
  }

  /// Writes what pictures show as numbers, or draws it again; says so where nothing in view is drawn.
  func switchNumbers() {
    let base = screens.lastIndex { !$0.isOverlay } ?? 0
    guard screens[base...].contains(where: { $0.drawsPictures(desk: desk) }) else {
      return say(Message(.notice, Wording.noPictures))
    }
    desk.showsNumbers.toggle()
    refreshScreens()
    let key = desk.key(.numbers)
    say(Message(.notice, desk.showsNumbers ? Wording.asNumbers(key) : Wording.asPictures))
  }

  /// Shows everything in a theme from now on.
  func use(theme name: String) {
    guard name != desk.theme else { return }
    guard let theme = desk.setting.themes.theme(name) else {
      return say(
        Message(.warning, "The theme \(name) can't be read: sixthday config check says why."))
    }
    desk.theme = name
    effects.append(.use(theme))
    needsDrawing = true
  }

  /// Takes up the look that was left the last time.
  func recall() {
    guard let bytes = desk.setting.memory.read() else { return }
    guard let book = LookBook(bytes) else {
      return say(
        Message(.notice, "What you were looking at could not be read again, and starts anew."))
    }
    // A theme that the person asks for by name goes before the one chosen on the screen.
    if let theme = book.theme, desk.setting.themeDecidedBy == nil { use(theme: theme) }
    guard var board = screens.first as? BoardScreen,
      let look = book.look(of: desk.file)
    else { return }
    board.restore(look, desk: desk)
    screens[0] = board
  }

  /// Keeps the look for the next time.
  func remember() {
    guard let board = screens.first as? BoardScreen else { return }
    // Another window may have kept its own meanwhile.
    var book = desk.setting.memory.read().flatMap { LookBook($0) } ?? LookBook()
    book.put(board.look(desk), of: desk.file)
    if desk.setting.themeDecidedBy == nil,
      desk.theme != desk.setting.settings.theme || book.theme != nil
    {
      book.theme = desk.theme
    }
    desk.setting.memory.write(book.bytes)
  }
}
