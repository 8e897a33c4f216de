import AlternativeProvision
import CaseStore
import TerminalUI

// What is noted besides words: how long an item took, and where one was.
extension MeetingScreen {
  /// A key must not wait for the disk: what a step leaves behind is noted once no further one has come for
  /// so long, and at the latest after so long.
  static let settling = Duration.milliseconds(250)
  private static let longestUnsettled = Duration.seconds(2)

  // MARK: Time and place

  /// Notes when the panel began to sit, by the clock: what it spends on attendance and agenda is time too.
  mutating func readOpening(_ desk: Desk) {
    guard file.meeting.value.state == .open, openedAt == nil,
      let opened = (try? desk.caseload.sitting(of: id))?.opened,
      EnglishTime(secondsSince1970: opened.seconds)?.day == file.meeting.value.heldOn
    else { return }
    let ago = desk.setting.now().seconds - opened.seconds
    openedAt = desk.setting.stopwatch() - .seconds(max(0, ago))
  }

  /// Counts the time that the item has been up; only an open meeting takes time.
  mutating func countTime(_ desk: Desk) {
    guard let item, !desk.setting.isReadOnly, file.meeting.value.state == .open else { return }
    let seconds = timing.take(at: desk.setting.stopwatch(), onFile: item.secondsSpent)
    guard seconds > 0 else { return }
    owed[item.item.id, default: 0] += seconds
    items[index].secondsSpent += seconds
    settleSoon(desk)
  }

  /// Sees to it that time and place are noted once nobody waits for the screen.
  mutating func settleSoon(_ desk: Desk) {
    let now = desk.setting.stopwatch()
    let since = unsettledSince ?? now
    unsettledSince = since
    settleBy = min(now + MeetingScreen.settling, since + MeetingScreen.longestUnsettled)
  }

  /// Notes the time that items took, and the place.
  mutating func settle(_ desk: Desk) {
    settleBy = nil
    unsettledSince = nil
    for (number, seconds) in owed {
      // A minute that could not be noted is no reason to stop anybody who writes.
      try? desk.caseload.add(seconds: seconds, to: number)
    }
    owed = [:]
    keepPlace(desk)
  }

  /// Notes where this person is, so that opening the meeting again returns here.
  mutating func keepPlace(_ desk: Desk) {
    guard !desk.setting.isReadOnly else { return }
    var place = MeetingPlace(item: item?.item.id)
    if part == .form, let field = form.focus {
      place.field = field.name
      place.cursor = form.texts[field]?.editor.cursor ?? 0
    }
    guard place != savedPlace else { return }
    if (try? desk.caseload.save(place, of: desk.setting.author, in: id)) != nil {
      savedPlace = place
    }
  }

  // MARK: Waiting

  var deadline: Duration? {
    var times = [saveBy, settleBy, readAgainBy].compactMap(\.self)
    if file.meeting.value.state == .open, let item {
      times.append(timing.nextMinute(at: lastSeen, onFile: item.secondsSpent))
    }
    return times.min()
  }

  /// Looks how late it is; only a minute gone by makes the headline look different.
  mutating func lookAtClock(_ desk: Desk) {
    let minute = item.map { timing.nextMinute(at: lastSeen, onFile: $0.secondsSpent) }
    lastSeen = desk.setting.stopwatch()
    if let minute, minute <= lastSeen { stale.insert(.headline) }
  }

  mutating func timeIsUp(desk: Desk) -> Outcome {
    lookAtClock(desk)
    var message: Message?
    if let saveBy, saveBy <= lastSeen { message = save(desk) }
    // Minutes are noted with words, at every step, and now and then where one only talks: writing
    // them down each minute would wake every terminal that has the file open.
    if timing.unsaved(at: lastSeen) >= 300 { countTime(desk) }
    if let settleBy, settleBy <= lastSeen { settle(desk) }
    if let readAgainBy, readAgainBy <= lastSeen { readAgain(desk) }
    if let message { return .several([.redraw, .message(message)]) }
    return stale.isEmpty ? .stay : .redraw
  }

  mutating func leave(desk: Desk) {
    _ = save(desk)
    countTime(desk)
    settle(desk)
  }

  /// The item after this one, where it has not been made ready.
  private var nextToRead: ItemFile? {
    let next = index + 1
    guard items.indices.contains(next), ready[items[next].item.id] == nil, !hasTriedNext else {
      return nil
    }
    return items[next]
  }

  var hasWork: Bool { nextToRead != nil }

  mutating func work(desk: Desk) {
    guard let next = nextToRead else { return }
    if let view = try? viewing.view(of: next, in: file, today: desk.today) {
      ready[next.item.id] = view
    } else {
      hasTriedNext = true
    }
  }
}
