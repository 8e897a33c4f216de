import CaseStore
import TerminalUI

/// A screen of the dashboard: a value that answers an event with what should happen, and draws itself.
///
/// It never reaches the terminal, and changes the caseload only by answering with an act. The one on
/// top of the stack hears events; an overlay leaves what is under it in view.
protocol Screen {
  /// Where its keys hold, the innermost first.
  var contexts: [KeyContext] { get }
  /// Whether the screen under it stays in view around it.
  var isOverlay: Bool { get }
  /// Answers something that happened.
  mutating func handle(_ input: Input, desk: Desk) -> Outcome
  /// Takes the answer of a screen that was on top of this one.
  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome
  /// Comes onto the screen: takes up what was typed into it before, if it is a form.
  mutating func arrive(desk: Desk)
  /// Which form it is; nil for a screen that is none, or keeps nothing that is typed.
  var form: FormPlace? { get }
  /// What of it goes to the person's own editor; nil where nothing does, or it is kept nowhere.
  var editing: EditedText? { get }
  /// Looks again at the caseload, which has changed; keeps its place.
  mutating func refresh(desk: Desk)
  /// Why a command that is bound here can't be called now; nil where it can.
  func whyNot(_ command: DashboardCommand, desk: Desk) -> String?
  /// Whether a picture is in view, for which numbers can stand; or the numbers that stand for one.
  func drawsPictures(desk: Desk) -> Bool
  /// Draws itself on the whole of the surface, or as an overlay on part of it.
  mutating func draw(on surface: inout Surface, desk: Desk)
  /// Forgets what of it is drawn already, since the surface holds something else now.
  mutating func invalidate()
  /// When, on the desk's stopwatch, it wants `timeIsUp`; nil while nothing waits for a time.
  var deadline: Duration? { get }
  /// The time that it asked for has come: a pause in typing, a minute gone by.
  mutating func timeIsUp(desk: Desk) -> Outcome
  /// Somebody has written to the caseload's file, the journal or only words being typed.
  mutating func look(desk: Desk) -> Outcome
  /// Saves what is not saved yet, since the screen is covered, left or ended.
  mutating func leave(desk: Desk)
  /// What is typed and no file holds, though saving it was tried, as a text of its own; nil for nothing.
  func unsavedWords(desk: Desk) -> String?
  /// Whether there is something to make ready while nobody presses a key.
  var hasWork: Bool { get }
  /// Makes a little of it ready.
  mutating func work(desk: Desk)
}

extension Screen {
  var isOverlay: Bool { false }
  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome { .redraw }
  mutating func arrive(desk: Desk) {}
  var form: FormPlace? { nil }
  var editing: EditedText? { nil }
  mutating func refresh(desk: Desk) {}
  func whyNot(_ command: DashboardCommand, desk: Desk) -> String? { nil }
  func drawsPictures(desk: Desk) -> Bool { false }
  mutating func invalidate() {}
  var deadline: Duration? { nil }
  mutating func timeIsUp(desk: Desk) -> Outcome { .stay }
  mutating func look(desk: Desk) -> Outcome { .stay }
  mutating func leave(desk: Desk) {}
  func unsavedWords(desk: Desk) -> String? { nil }
  var hasWork: Bool { false }
  mutating func work(desk: Desk) {}
}

/// What a screen is asked to answer.
enum Input: Hashable {
  /// A key that the table binds in one of the screen's contexts.
  case command(DashboardCommand)
  /// A key that is not bound, which may be text.
  case key(Key)
  /// Text that was pasted.
  case paste(String)
  /// The mouse.
  case mouse(Mouse)
}

extension Input {
  /// Whether it is the mouse's.
  var isMouse: Bool {
    if case .mouse = self { return true }
    return false
  }
}

/// What should happen after an event.
enum Outcome {
  /// Nothing.
  case stay
  /// The screen looks different now.
  case redraw
  /// Another screen comes on top.
  case push(any Screen)
  /// Another screen takes this one's place.
  case replace(any Screen)
  /// The screen is done.
  case pop
  /// The screen is done, and this is for the one under it.
  case answer(Answer)
  /// The caseload is to change.
  case perform(Act)
  /// The same, over what someone else has written meanwhile.
  case performAnyway(Act)
  /// The caseload is to change in a way that no act on one case covers.
  case change(Change)
  /// A text is to be edited in the person's own editor; `receive` gets it back.
  case edit(String)
  /// The last change by this person is to be taken back.
  case undo
  /// A command is to be carried out as if its key were pressed.
  case run(DashboardCommand)
  /// The columns of a pane of the board are to stand like this.
  case arrange(PaneKind, ColumnChoice)
  /// The look changes to the theme of this name.
  case theme(String)
  /// A text is to go to the clipboard; what it is, for the message.
  case copy(String, String)
  /// Something is to be said, where it takes no focus.
  case message(Message)
  /// Several, in order.
  case several([Outcome])
  /// The program ends.
  case quit
}

/// What an overlay hands to the screen from which it was opened.
enum Answer: Equatable {
  /// The column with this position in the pane's list of columns; perhaps only to decide where those
  /// sorted by already are equal.
  case sort(Int, then: Bool = false)
  /// A narrowing to add.
  case narrow(NarrowingStep)
  /// A choice made for a meeting's item.
  case meeting(MeetingAnswer)
  /// The text as it came back from the person's own editor.
  case edited(String)
  /// What a screen of the panel is told.
  case panel(PanelAnswer)
}

/// A change that a screen has made ready: carried out through the store's door, and said when done.
struct Change {
  /// What the journal calls it.
  var cause: String
  /// What is said once it is done; empty for nothing.
  var done = ""
  /// A key that is offered after that; nil for none.
  var advice: KeyAdvice?
  /// What the screen on top is told once it is done.
  var then: Answer?
  /// How it is made in a record that somebody else has changed meanwhile; nil for a change that asks
  /// nobody, since it writes over no record that was read before.
  var overwriting: Overwriting?
  /// Puts it through the door.
  var body: (inout Door) throws -> Void
}

/// A change made in a record as others have left it by now, once the person has seen both versions.
struct Overwriting {
  /// What of the two versions others may see, where the view is shared.
  var shown: ConflictScreen.Showing
  /// Puts it through the door.
  var body: (inout Door) throws -> Void
}
