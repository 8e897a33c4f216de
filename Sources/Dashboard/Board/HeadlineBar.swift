import AlternativeProvision
import CaseStore
import TerminalUI

/// The line that says what matters now, in as many words as there is room for.
struct HeadlineBar {
  /// The figures, of the whole caseload or of what the panes are narrowed to.
  var headline: Headline
  /// How many children's attendance collapsed; nil while that is not known yet.
  var collapsed: Int?
  /// The open cases of the whole caseload.
  var total: Int
  /// How many children of the whole caseload are past day six.
  var totalPastDaySix = 0
  /// Cases that no figure counts yet, since they are still being brought to today.
  var uncounted = 0
  /// The day on which the figures stand.
  var today: Day
  /// What is missing where a day six is not known, as "no term dates of Bury after 22 Jul 2025".
  var missing: [String] = []
  /// Whether the second school day from now lies past the week, as in holidays.
  var reachesPastWeek = false

  /// One figure, in the lengths that it is said in.
  private struct Part {
    var full: String
    var short: String
    var brief: String
    var least: String
    var role: Role
    var number: Int
    /// What a click on it narrows every pane to; nil for nothing.
    var step: NarrowingStep?
    /// The higher the sooner it gives way where there is no room for all; nought never does.
    var givesWay = 0
  }

  /// A way to say the figures: how long each is, how far apart, and which of them give way.
  private struct Manner {
    var length: KeyPath<Part, String>
    var gap: Int
    var keeps = 5
  }

  /// Words stay as long as there is room for the figures that answer the first questions; a sign alone
  /// says little to whoever has not learnt it.
  private static func manners() -> [Manner] {
    [
      Manner(length: \.full, gap: 2), Manner(length: \.full, gap: 2, keeps: 4),
      Manner(length: \.short, gap: 2),
      Manner(length: \.brief, gap: 2), Manner(length: \.brief, gap: 2, keeps: 4),
      Manner(length: \.brief, gap: 2, keeps: 3),
      Manner(length: \.brief, gap: 1, keeps: 3), Manner(length: \.brief, gap: 1, keeps: 2),
      Manner(length: \.brief, gap: 1, keeps: 1), Manner(length: \.brief, gap: 1, keeps: 0),
      Manner(length: \.least, gap: 2, keeps: 3), Manner(length: \.least, gap: 1, keeps: 3),
    ]
  }

  /// Draws the line, and gives where each figure stands that can be opened.
  @discardableResult
  func draw(on surface: inout Surface, in area: Rect) -> [(place: Rect, step: NarrowingStep)] {
    let all = parts
    let fitting = HeadlineBar.manners().first { manner in
      all.reduce(-manner.gap) {
        $1.givesWay > manner.keeps
          ? $0 : $0 + TextWidth.of($1[keyPath: manner.length]) + manner.gap
      } <= area.width
    }
    let manner = fitting ?? Manner(length: \.least, gap: 1, keeps: 0)
    surface.fill(area, style: .text)
    let shown = all.filter { $0.givesWay <= manner.keeps }
    var words = shown.map { $0[keyPath: manner.length] }
    // Where signs must do, the first that have room for a word have one.
    var room = area.width - words.reduce(-manner.gap) { $0 + TextWidth.of($1) + manner.gap }
    for (index, part) in shown.enumerated() where manner.length == \Part.least {
      let more = TextWidth.of(part.brief) - TextWidth.of(part.least)
      guard more <= room else { break }
      words[index] = part.brief
      room -= more
    }
    var x = area.x
    var places: [(place: Rect, step: NarrowingStep)] = []
    for (part, word) in zip(shown, words) {
      let width = surface.put(
        word, x: x, y: area.y, style: Style(part.role, .bold), width: max(0, area.right - x))
      if let step = part.step {
        places.append((Rect(x: x, y: area.y, width: width, height: 1), step))
      }
      x += width + manner.gap
    }
    return places
  }

  /// The figures that can be opened, each with its number.
  var steps: [(step: NarrowingStep, count: Int)] {
    parts.compactMap { part in part.step.map { ($0, part.number) } }
  }

  private func part(
    _ mark: String, _ number: Int, _ full: String, _ short: String, _ brief: String, _ role: Role,
    opens step: NarrowingStep? = nil
  ) -> Part {
    let count = NumberText.grouped(number)
    return Part(
      full: "\(mark) \(count) \(full)", short: "\(mark) \(count) \(short)",
      brief: "\(mark) \(count) \(brief)", least: mark + count, role: number == 0 ? .muted : role,
      number: number, step: step)
  }

  private var parts: [Part] {
    let others = headline.overdue - headline.pastDaySix
    var soon = part(
      "▲", headline.dueWithinTwoSchoolDays, "due within two school days",
      "due within two school days", "soon", .dueSoon, opens: .figure(.dueWithinTwoSchoolDays))
    soon.givesWay = 2
    // A school's or a provider's to explain, and many: the first to give way.
    let count = headline.openMarks
    var marks = part(
      "N", count, count == 1 ? "mark" : "marks", count == 1 ? "mark" : "marks",
      count == 1 ? "mark" : "marks", .dueSoon, opens: .figure(.openMarks))
    marks.givesWay = 5
    var red = part(
      "R", headline.redProviders,
      headline.redProviders == 1 ? "red provider" : "red providers", "red", "red", .ragRed,
      opens: .rating(.red))
    red.givesWay = 1
    var parts = uncounted > 0 ? [stillCounting] : []
    if let ofWhat { parts.append(ofWhat) }
    parts.append(pastDaySix)
    // Seldom any, and then it says what nothing else on the screen does.
    if headline.daySixUnknown > 0 {
      parts.append(
        part(
          "?", headline.daySixUnknown, "day six not known", "day 6 not known", "not known",
          .provisional, opens: .figure(.daySixUnknown)))
    }
    parts += [
      // The bar that such a child has beside its name, as █ is that of one past the day.
      part(
        "▄", headline.reachingDaySix,
        headline.reachingDaySix == 1 ? "reaches it \(when)" : "reach it \(when)",
        "reach it \(when)", when, .dueSoon, opens: .figure(.reachingDaySix)),
      part(
        "■", others, others == 1 ? "other overdue" : "others overdue", "others overdue",
        "overdue", .overdue, opens: .figure(.otherOverdue)),
      soon,
    ]
    if count > 0 { parts.append(marks) }
    parts += [
      part(
        "○", headline.outOfEducationToday, "out of education", "out today", "out", .dueSoon,
        opens: .figure(.outOfEducation))
    ]
    if let collapsed {
      var fell = part(
        "↓", collapsed, "attendance collapsed", "collapsed", "fell", .absentUnauthorised,
        opens: .figure(.collapsed))
      fell.givesWay = 3
      parts.append(fell)
    }
    parts.append(red)
    if ofWhat == nil { parts.append(open) }
    return parts
  }

  /// Before any figure that is not whole yet: how much it lacks.
  private var stillCounting: Part {
    part(
      "…", uncounted, "cases still to be worked out for today, not counted in",
      "still to be worked out, not in", "to come;", .warning)
  }

  /// Before the figures of a part: how much of the whole they are of. A narrowing of the day before would
  /// else have them taken for the whole, and nobody past day six.
  private var ofWhat: Part? {
    guard headline.open != total else { return nil }
    let (count, all) = (NumberText.grouped(headline.open), NumberText.grouped(total))
    return Part(
      full: "Only \(count) of \(all) open cases:", short: "Only \(count) of \(all):",
      brief: "\(count) of \(all):", least: "\(count)/\(all)", role: .warning,
      number: headline.open)
  }

  /// The first answer of all; those with a start are dealt with, though the day has passed.
  private var pastDaySix: Part {
    var past = part(
      "█", headline.pastDaySix, "past day six", "past day 6", "past day 6", .overdue,
      opens: .figure(.pastDaySix))
    if headline.pastDaySix < totalPastDaySix {
      let count = NumberText.grouped(headline.pastDaySix)
      let all = "█ \(count) of \(NumberText.grouped(totalPastDaySix)) past day"
      (past.full, past.short, past.brief) = (all + " six", all + " 6", all + " 6")
      past.role = .overdue
    }
    if headline.pastDaySixWithStart > 0 {
      let arranged = ", \(NumberText.grouped(headline.pastDaySixWithStart)) with a start"
      past.full += arranged
      past.short += arranged
    }
    return past
  }

  /// By when: two school days from a Thursday or Friday lie in the week that comes, and before holidays
  /// further off.
  private var when: String {
    if headline.reachingDaySix > 0 {
      return headline.reachingDaySixLater > 0 ? "soon" : "this week"
    }
    switch today.weekday {
    case .thursday, .friday: return "soon"
    default: return reachesPastWeek ? "soon" : "this week"
    }
  }

  /// The same in sentences, for one who does not see the line.
  ///
  /// - Parameter isPart: Whether only a part of the caseload was counted: that there is none of something
  ///   in it is not said then, since it would be taken for the whole.
  func sentences(ofPart isPart: Bool = false) -> [String] {
    /// "12 children are past day six.", "No child is past day six."
    func says(
      _ number: Int, _ noun: (one: String, many: String), _ one: String, _ many: String
    ) -> String? {
      if number == 0 { return isPart ? nil : "No \(noun.one) \(one)." }
      return "\(NumberText.count(number, noun.one, noun.many)) \(number == 1 ? one : many)."
    }
    let child = (one: "child", many: "children")
    let file = (one: "case", many: "cases")
    var sentences: [String?] = []
    if uncounted > 0 {
      sentences.append(
        "\(NumberText.count(uncounted, "case")) still to be worked out, not counted in.")
    }
    var past = says(headline.pastDaySix, child, "is past day six", "are past day six")
    if headline.pastDaySixWithStart > 0 {
      past?.removeLast()
      past?.append(", \(NumberText.grouped(headline.pastDaySixWithStart)) with a start arranged.")
    }
    let told = headline.open == 0 ? "None" : NumberText.grouped(headline.open)
    sentences += [
      past, unknown,
      says(
        headline.reachingDaySix, child, "reaches day six \(when)", "reach day six \(when)"),
      says(
        headline.overdue - headline.pastDaySix, (one: "other case", many: "other cases"),
        "has a clock overdue", "have a clock overdue"),
      says(
        headline.dueWithinTwoSchoolDays, file, "has a clock due within two school days",
        "have a clock due within two school days"),
      headline.openMarks == 0
        ? nil
        : says(
          headline.openMarks, (one: "open mark (N)", many: "open marks (N)"),
          "is to have its reason within two school days",
          "are to have their reason within two school days"),
      says(
        headline.outOfEducationToday, child, "is out of education today",
        "are out of education today"),
    ]
    if let collapsed, collapsed > 0 || !isPart {
      sentences.append(
        collapsed == 0
          ? "Attendance collapsed for no child."
          : "Attendance collapsed for \(NumberText.count(collapsed, "child", "children")).")
    }
    sentences += [
      says(
        headline.redProviders, (one: "provider", many: "providers"), "is rated red",
        "are rated red"),
      headline.open == total
        ? "\(NumberText.grouped(total)) \(total == 1 ? "case is" : "cases are") open."
        : "\(told) of the \(NumberText.count(total, "open case")) \(headline.open < 2 ? "is" : "are") told of.",
    ]
    return sentences.compactMap { $0 }
  }

  /// "1 child's day six is not known: no term dates of Bury after 22 Jul 2025."
  private var unknown: String? {
    let count = headline.daySixUnknown
    guard count > 0 else { return nil }
    let whose = count == 1 ? "1 child's" : "\(NumberText.grouped(count)) children's"
    let why = missing.isEmpty ? "" : ": \(missing.joined(separator: "; "))"
    return "\(whose) day six is not known\(why)."
  }

  private var open: Part {
    var open = part("·", headline.open, "open cases", "open", "open", .heading)
    open.role = .heading
    // The first pane says it in its frame.
    open.givesWay = 4
    return open
  }
}

extension HeadlineBar {
  /// The line for what the panes show now.
  init(of desk: Desk) {
    self.init(
      headline: desk.board.narrowedHeadline, collapsed: desk.board.collapsed(limit: 0)?.count,
      total: desk.board.headline.open, totalPastDaySix: desk.board.headline.pastDaySix,
      uncounted: desk.board.uncounted, today: desk.today,
      reachesPastWeek: desk.board.reachesPastWeek)
  }
}
