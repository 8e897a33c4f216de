import AlternativeProvision
import CaseStore
import TerminalUI

/// What a screen may look at that is not its own: the caseload, the board, the day, the person.
///
/// Every screen is handed the same desk. Nothing here asks the system for anything: the day, the hour
/// and the author were passed in.
final class Desk {
  /// The caseload that is open; another one once its file was replaced.
  var caseload: Caseload
  /// Whether its file is still where it was, as last seen.
  var standing = FileStanding.inPlace
  /// The lists of the board, as of today.
  var board: Board
  /// The day on which everything stands.
  var today: Day
  /// What else was passed in.
  let setting: DashboardSetting
  /// Whether others can see the screen, and what of a child is covered then.
  var sharedView = SharedView()
  /// Whether what pictures show is written as numbers.
  var showsNumbers = false
  /// How a case and a meeting are arranged, which goes on from one to the next.
  var arranged = ArrangedScreens()
  /// The theme in use, by name.
  var theme: String
  private var counter: SchoolDayCounter?
  /// The full names of children, to cover one that is typed into another child's form.
  private(set) var names = FullNames()
  private var lastNamed: Int64 = 0
  /// Whether there may be names that are not in the book yet.
  private var lacksNames = true
  /// Whether they could not be read when that was tried last.
  private(set) var cannotReadNames = false
  /// Why something could not be read that was to be shown; nil for nothing.
  private(set) var unread: StoreError?

  init(caseload: Caseload, board: Board, today: Day, setting: DashboardSetting) {
    self.caseload = caseload
    self.board = board
    self.today = today
    self.setting = setting
    theme = setting.settings.theme
    sharedView.isOn = setting.settings.sharedView
  }

  /// Whether there are names to read: only where others can see are they of use.
  var hasNamesToRead: Bool { isShared && lacksNames }

  /// Reads a few milliseconds' worth of names.
  ///
  /// - Throws: `StoreError` where they can't be read; until they can, every word is covered.
  func readNames() throws(StoreError) {
    cannotReadNames = true
    let next = try caseload.readNames(into: &names, after: lastNamed, atMost: 1_000)
    cannotReadNames = false
    lastNamed = next ?? lastNamed
    lacksNames = next != nil
  }

  /// Reads something that a screen shows: nil where it can't be read, which the screen then says in its
  /// place, and the last line with the store's words.
  @discardableResult
  func reading<T>(_ read: () throws -> T) -> T? {
    do {
      return try read()
    } catch {
      // Who did not want to wait is told so already.
      let error = error as? StoreError
      if error?.kind != .givenUp {
        unread =
          error ?? StoreError(.failed, "this cannot be read", toDo: "run 'sixthday check'")
      }
      return nil
    }
  }

  /// Why something could not be read since this was asked last; nil where everything could.
  func takeUnread() -> StoreError? {
    defer { unread = nil }
    return unread
  }

  /// The caseload's file, by which what belongs to it is found again.
  var file: String { setting.canonicalPath ?? caseload.path }

  /// The one table of keys, as the person has it.
  var keys: KeyTable<DashboardCommand> { setting.keys }

  /// Whether a key alone calls a command, on whatever screen: the one that opened a box closes it too.
  func calls(_ command: DashboardCommand, by key: Key) -> Bool {
    keys.bindings.contains { $0.command == command && $0.keys.contains([key]) }
  }

  /// Forgets what was read of the caseload, since it has changed.
  func forget() {
    counter = nil
    lacksNames = true
  }
}

/// The screen with which the dashboard begins; the board is behind every other.
public enum FirstScreen: Sendable, Hashable {
  case board
  /// The panels, with their meetings, referrals and actions.
  case panels
  /// One case, where it stands among the open ones.
  case caseFile(Identifier<Case>)
  /// A panel's meeting, where this person left it.
  case meeting(Identifier<Meeting>)
}

/// What the dashboard is told about the world when it starts, so that it asks nobody.
public struct DashboardSetting {
  /// Who acts, as the journal shall say.
  public var author: String
  /// Whether the caseload is made up, which the screen says plainly.
  public var isDemo: Bool
  /// Whether the caseload was opened to look at only.
  public var isReadOnly: Bool
  /// How a command is told to act on this caseload, as in "--caseload FILE"; nil for the one that it
  /// acts on anyway.
  public var caseloadOption: String?
  /// The file as the person is to be told of it; nil where that is of no use, as for a demo.
  public var caseloadPath: String?
  /// Whether the file was made by opening it.
  public var isNewFile: Bool
  /// The kinds of file that can be imported, in the order in which a new caseload needs them.
  public var importKinds: [String] = []
  /// How the person wants it.
  public var settings: Settings
  /// The keys, as the person has them.
  public var keys = DashboardKeys.table
  /// The themes that can be chosen.
  public var themes = ThemeChoice()
  /// Who asks for the theme by name, as "line 1 of your settings"; nil where the one chosen on the screen
  /// counts the next time too.
  public var themeDecidedBy: String?
  /// The caseload's file under the one name that every path to it comes to; nil for the path as given.
  public var canonicalPath: String?
  /// Where the look of the screens is kept from one time to the next.
  public var memory = LookMemory()
  /// What to say first of all, as that a setting cannot be obeyed; nil for nothing.
  public var notice: String?
  /// The time of a change.
  public var now: () -> Instant
  /// A clock that only ever goes forward, by which pauses and minutes are told.
  public var stopwatch: () -> Duration
  /// The editor to take where none is set; it is looked for only once somebody wants it.
  public var usualEditor: () -> String? = { nil }
  /// The person's own editor, as a shell would run it; nil where there is none.
  public var editor: String? { settings.editor.isEmpty ? usualEditor() : settings.editor }
  /// How a panel's papers are written; nil where they are not.
  public var papers: PanelPapers?
  /// Where words go that the caseload takes no more; nil where they can't.
  public var rescue: RescueFile?
  /// The screen that comes up first.
  public var opens = FirstScreen.board

  /// What the dashboard is told.
  public init(
    author: String, isDemo: Bool = false, isReadOnly: Bool = false,
    caseloadOption: String? = nil, caseloadPath: String? = nil, isNewFile: Bool = false,
    settings: Settings = Settings(), now: @escaping () -> Instant,
    stopwatch: @escaping () -> Duration = Stopwatch.now
  ) {
    self.caseloadOption = caseloadOption
    self.caseloadPath = caseloadPath
    self.isNewFile = isNewFile
    self.author = author
    self.settings = settings
    self.isDemo = isDemo
    self.isReadOnly = isReadOnly
    self.now = now
    self.stopwatch = stopwatch
  }
}

extension Desk {
  /// The how-manyeth school day a day is from another, by the calendar of a school; nil where none is
  /// known.
  func schoolDay(of day: Day, from first: Day, at school: Identifier<School>?) -> Int? {
    guard let school, first <= day else { return nil }
    let counter = counter ?? SchoolDayCounter(caseload)
    self.counter = counter
    return try? counter.count(from: first, through: day, at: school)
  }
}

extension Desk {
  /// Takes back a change; what it was, in words.
  func undo(_ change: LastChange) throws -> String {
    try caseload.undo(change.number, by: setting.author, at: setting.now()).cause
  }
}
