import AlternativeProvision
import CaseStore
import TerminalUI

/// What the screens say besides the names that the domain gives things, in one place.
enum Wording {
  static let demo = "DEMO: every name is made up"
  static let shortDemo = "DEMO"
  static func shared(_ desk: Desk) -> String {
    "Shared view: children are initials and a reference. \(desk.key(.share)) shows names again."
  }
  static func beforeTheRoom(_ desk: Desk) -> String {
    "A meeting is open: the same key again shows every name and all that is covered."
  }
  static let maybeARoom =
    "It can't be read whether a meeting is open: the same key again shows every name."
  static let editorShows = "The editor shows names to the room: the same key again opens it."
  static let unshared = "Names are shown: make sure that nobody else can see the screen."
  static let readOnly = "This caseload was opened read only: nothing here can change it."
  static let tooLongToCopy = "That is more than a terminal's clipboard takes: mark fewer rows."

  /// That something went to the clipboard.
  static func copied(_ what: String) -> String {
    "Copied \(what), if your terminal lets programs use the clipboard."
  }

  static let mouseIsTheirs = "The mouse is the terminal's now: select text with it."
  static let mouseIsOurs = "The mouse works in Sixthday again."
  static func leaving(_ desk: Desk) -> String {
    "\(desk.key(.leave)) again leaves; what is not saved is lost."
  }
  /// That a wait was cut short.
  static let nothingChanged = "Nothing was changed: it is on file so already."
  static let givenUp = "Given up: nothing was changed."

  /// A clause of the domain or the store as a sentence of its own.
  static func sentence(_ clause: String) -> String {
    (clause.first?.uppercased() ?? "") + clause.dropFirst() + "."
  }

  static func selectACase(_ desk: Desk) -> String {
    "Select a case first: press \(desk.key(.pane(0))) or \(desk.key(.pane(1))) for the cases."
  }
  static let onlyThisOne =
    "This is for the selected child alone: marked cases are assigned, closed, copied and put on an agenda together."
  static let nothingToUndo = "There is no change of yours to undo."

  // MARK: Arranging panes

  static func zoomed(
    _ desk: Desk, in context: KeyContext, by key: DashboardCommand = .zoom
  ) -> String {
    "The pane has the whole screen: \(desk.key(key, in: context)) gives it back first."
  }
  static let noFile = "file gone"
  static let fileIsGone = "The caseload's file is gone: nothing is saved until it is put back."
  static let fileIsBack = "The caseload's file is back in its place."
  static let fileWasReplaced = "The caseload's file was replaced: this is what the new one holds."
  static let fileToTakeUp =
    "Another file has come for the caseload: it opens once you are back on the board."
  static let fileToReadAgain =
    "Somebody is changing this caseload: it is read again once you are back on the board."
  static let fileReadAgain =
    "Somebody is changing this caseload, and their changes are followed from now on."
  static let fileIsNone =
    "What is in the caseload's place can't be opened: put the right file there."
  static func stillSelected(_ desk: Desk) -> String {
    "The same row is selected still: \(desk.key(.top, in: .moving)) goes to what comes first."
  }
  static func noSequence(_ keys: [Key]) -> String {
    "\(Binding<DashboardCommand>.label(keys)) does nothing here."
  }
  static func asNumbers(_ key: String) -> String {
    "Numbers instead of pictures; \(key) again draws them."
  }
  static let asPictures = "Pictures instead of numbers."
  static let noPictures =
    "Nothing is drawn here that numbers could stand for: open a part with a picture first."
  static let noColumnsLeft = "There are no more columns to the left."
  static let noColumnsRight = "There are no more columns to the right."
  static let noOtherPane = "There is no other pane on that side."
  static func onlyPane(_ desk: Desk, in context: KeyContext) -> String {
    "This is the only pane left: \(desk.key(.evenPanes, in: context)) shows all again."
  }
  static func hidden(_ title: String, by key: DashboardCommand, _ desk: Desk) -> String {
    "\(title) is hidden: \(desk.key(key)) shows it again."
  }

  /// What stands in the place of what can't be read; the last line says why.
  static let notRead = "cannot be read"

  /// The same as the lines of a page.
  static func notRead(width: Int) -> [TextLine] {
    TextLine.wrapped(
      "✗ This cannot be read; the last line says why.", width: width, indent: 2, .error)
  }

  /// What stands in the place of what the room need not see.
  static let covered = "(covered)"

  /// What is said of a field that is covered and can't be kept as it is.
  static let coveredProblem = "This can't be kept as it is; the shared view covers why."

  /// Dots for everything that is being typed where others can see and nothing of it is for them.
  static func dots(_ words: String, _: Int? = nil) -> String {
    String(words.map { $0.isWhitespace ? $0 : "•" })
  }
  /// What is written elsewhere since the caseload did not take it: whose it is, and what is to become of
  /// the file, which may tell of children.
  static func rescued(_ words: String, _ desk: Desk) -> String {
    "Typed by \(desk.setting.author) on \(desk.today.medium), and not in the caseload.\n"
      + "Take these words up there, and delete this file: they may tell of a child.\n\n" + words
  }
  /// Where that is; the name alone beside the caseload, since a narrow line has no room for a path.
  static func areIn(_ path: String, _ desk: Desk) -> String {
    let own = desk.caseload.path.lastIndex(of: "/").map { desk.caseload.path[...$0] } ?? ""
    let place =
      !own.isEmpty && path.hasPrefix(own) && !path.dropFirst(own.count).contains("/")
      ? "\(path.dropFirst(own.count)) beside the caseload" : path
    return "Your words are in \(place): take them up, then delete it."
  }
  /// Where a text is that was saved in an editor and has no place any more.
  static func editorLeft(_ path: String) -> String {
    "What was saved in your editor could not be taken in: it is in \(path) still."
  }
  /// That words which could not be saved are on file after all.
  static let keptNow = "What you typed is kept now."

  static let draftUnread =
    "What you typed here before is on file: open the form anew to see it."

  /// Why words can't be kept, and what to do, so short that a line of eighty columns says all of it.
  static func notKept(_ error: StoreError) -> String {
    switch error.kind {
    case .full: "The disk is full: free space."
    case .busy: "Another program is writing."
    case .missing: "The file is gone: put it back."
    default: error.description
    }
  }
  static let tooSmall = "Sixthday needs at least 40 columns and 8 rows. Make the window larger."

  /// What to do first, when the caseload is empty; with commands that act on this very file.
  ///
  /// - Parameter quit: The key that leaves.
  static func firstSteps(in setting: DashboardSetting, quit: String) -> [String] {
    let option = setting.caseloadOption.map { " " + $0 } ?? ""
    return [
      (setting.isNewFile ? "New caseload" : "No open case")
        + (setting.caseloadPath.map { ": \($0)" } ?? " in this caseload."),
      "",
      "To load your files, quit with \(quit), then run:",
      "",
    ] + setting.importKinds.map { "  sixthday import \($0) FILE\(option)" } + [
      "",
      "sixthday template KIND shows the columns.",
      "To look round first, on made-up cases: sixthday demo",
    ]
  }

  /// What is known of a child's language: "English is an additional language (Polish)".
  static func language(of pupil: Pupil) -> String {
    let first = pupil.firstLanguage.map { Codes.languages.meaning(of: $0) }
    switch pupil.englishIsAdditional {
    case true?: return "English is an additional language" + (first.map { " (\($0))" } ?? "")
    case false?: return first ?? "English is the first language"
    case nil: return first ?? ""
    }
  }

  /// What a figure of the headline counts, as a step of the trail and in a list.
  static func title(of figure: HeadlineFigure) -> String {
    switch figure {
    case .pastDaySix: "Past day six"
    case .reachingDaySix: "Reaching day six"
    case .daySixUnknown: "Day six not known"
    case .otherOverdue: "Other clocks overdue"
    case .dueWithinTwoSchoolDays: "Due within two school days, open marks apart"
    case .openMarks: "Open marks (N), due within two school days"
    case .outOfEducation: "Out of education today"
    case .collapsed: "Attendance collapsed"
    case .missed: "A deadline missed, owed no longer"
    }
  }

  /// Whether a provider is a school by law. Holding a number as a learning provider makes it none
  /// (EA 1996 s.463; Education and Skills Act 2008 s.96).
  static func registration(of provider: Provider) -> String {
    provider.kind.isSchool
      ? "a registered school"
      : provider.ukprn == nil ? "no registered school" : "no registered school, has a UKPRN"
  }

  /// That undoing would take a draft with all that was typed into it.
  static let wholeReferral =
    "Again takes the whole draft of that referral back, with what was typed into it."

  /// The title of a pane.
  static func title(of pane: PaneKind) -> String {
    switch pane {
    case .cases: "Open cases"
    case .days: "Days since exclusion"
    case .attendance: "Attendance by provider"
    case .quality: "Quality of providers"
    }
  }

  /// The title in a word or two, for a frame that has no room for more.
  static func briefTitle(of pane: PaneKind) -> String {
    switch pane {
    case .cases: "Cases"
    case .days: "Days out"
    case .attendance: "Attendance"
    case .quality: "Quality"
    }
  }

  /// The head of the column of a standard: two letters, since four stand side by side.
  static func letters(of standard: QualityStandard) -> String {
    switch standard {
    case .safeguarding: "Sa"
    case .healthAndSafety: "HS"
    case .admissionsAndSupport: "Su"
    case .qualityOfEducation: "Ed"
    }
  }

  /// The letter of a later clock on the ruler of days; nil for clocks that have no place on it.
  static func rulerLetter(of clock: ClockKind) -> Character? {
    switch clock {
    case .governors15, .governors50: "G"
    case .examination: "E"
    case .reviewApplication: "A"
    case .reviewHearing: "H"
    case .reconsideration: "R"
    case .section19Illness: "S"
    case .fairAccess: "F"
    case .sixthDayPermanent, .sixthDaySuspension, .yearLimit45, .placementReview, .monitoringVisit,
      .annualReview, .directionNotice, .directionReview, .unexplainedMark:
      nil
    }
  }

  /// What the letters on the ruler mean.
  static let rulerLegend =
    "│ day 6  G governors  A apply  H hearing  R recons."

  /// The clock to watch in the few columns of a list.
  static func short(_ clock: NextClock) -> String {
    clock.isResumed ? "Educ. again" : short(clock.kind)
  }

  /// The clock to watch in the few columns of a list, as it may be shown.
  static func short(_ clock: NextClock, _ shared: SharedView) -> String {
    clock.isResumed ? short(clock) : short(clock.kind, shared)
  }

  /// The clock in the few columns of a list, as it may be shown: by a name that tells neither of a plan
  /// nor of illness where others can see.
  static func short(_ clock: ClockKind, _ shared: SharedView) -> String {
    guard shared.isOn else { return short(clock) }
    switch clock {
    case .annualReview: return short(.placementReview)
    default: return short(clock)
    }
  }

  /// The clock in the few columns of a list.
  static func short(_ clock: ClockKind) -> String {
    switch clock {
    case .sixthDayPermanent, .sixthDaySuspension: "Sixth day"
    case .governors15, .governors50: "Governors"
    case .examination: "Exam"
    case .yearLimit45: "45 days"
    case .reviewApplication: "Review appl."
    case .reviewHearing: "Hearing"
    case .reconsideration: "Reconsider"
    case .section19Illness: "Section 19"
    case .placementReview: "Review"
    case .monitoringVisit: "Visit"
    case .annualReview: "EHC review"
    case .directionNotice: "Notice"
    case .directionReview: "Direction"
    case .unexplainedMark: "Open mark"
    case .fairAccess: "Fair access"
    }
  }

  /// Why cases close, offered when closing one; other words can be typed.
  static let closingReasons = [
    "Settled in a new school",
    "Returned to their own school",
    "Reinstated by the governing board",
    "Moved to another authority",
    "Placed under an EHC plan",
    "Well enough to return to school",
    "Past compulsory school age",
    "Electively home educated",
    "Opened in error",
  ]

  /// What a pane says that has nothing to show.
  static func nothing(in pane: PaneKind) -> String {
    switch pane {
    case .cases: "No open case."
    case .days: "No child is excluded."
    case .attendance, .quality: "No provider yet."
    }
  }

  /// The shapes on the screens and what each says.
  static let signs: [(String, Role, String)] = [
    ("█", .overdue, "past day six and no education in place"),
    ("◐", .overdue, "past day six, and the education in place is not full time"),
    ("■", .overdue, "overdue, still due"),
    ("▲", .dueSoon, "due today or in two school days; in pane 2, day six"),
    ("△", .dueSoon, "due this week; in pane 2, day six"),
    ("N", .dueSoon, "a mark of unexplained absence, its reason due today or in two school days"),
    ("▄", .dueSoon, "reaches day six this week, in the headline and as a bar"),
    ("›", .safe, "running"),
    ("○", .dueSoon, "out of education today"),
    ("✓", .met, "met, or education in place"),
    ("~", .dueSoon, "met, but late"),
    ("✗", .overdue, "day six was missed, and the exclusion is over"),
    ("·", .muted, "nothing due this week"),
    ("◆", .marked, "marked, to act on together; in a timeline, something decided"),
    ("?", .provisional, "not known: the term dates end before it, or are missing"),
    ("R A G", .heading, "red, amber, green"),
    ("L S E", .heading, "looked after, social worker, EHC plan"),
    ("→", .dueSoon, "a day and a provider: where the child is to start"),
    ("– ended", .muted, "of day six: the exclusion ended, as by a reinstatement"),
    ("-12", .absentUnauthorised, "points that attendance fell: four weeks against the four before"),
    (
      "↓", .absentUnauthorised,
      "children whose attendance fell by 20 points or more, to half or less"
    ),
    ("PA yr", .heading, "children who missed a tenth or more of their sessions since September"),
  ]

  /// That the change to take back was made before this window was opened, or in another one.
  static func before(_ change: LastChange) -> String {
    "Again takes back: \(change.cause), which you did elsewhere on \(ClockTime.text(change.madeAt))."
  }

  /// That others have changed the caseload.
  static func changed(by others: [String], cases: Int) -> String {
    let names = others.prefix(2).joined(separator: " and ")
    let more = others.count > 2 ? " and others" : ""
    return cases == 0
      ? "\(names)\(more) changed the caseload."
      : "\(names)\(more) changed \(NumberText.count(cases, "case"))."
  }
}
