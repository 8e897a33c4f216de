import AlternativeProvision
import CaseStore
import TerminalUI

/// Which screen a meeting opens in, by how far it has come.
enum PanelDoors {
  /// The agenda of a meeting to come, the meeting itself while it is open, its closing afterwards.
  static func meeting(
    _ id: Identifier<Meeting>, state: MeetingState, desk: Desk
  ) -> Outcome {
    do throws(StoreError) {
      switch state {
      case .planned: return .push(try AgendaScreen(meeting: id, desk: desk))
      case .open: return try sitting(id, desk: desk)
      case .closed, .minutesDraft, .minutesApproved:
        return .push(try ClosingScreen(meeting: id, desk: desk))
      }
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  /// The meeting that is open, where this person left it.
  ///
  /// - Throws: `StoreError` where it can't be read.
  static func sitting(_ id: Identifier<Meeting>, desk: Desk) throws(StoreError) -> Outcome {
    .push(try MeetingScreen(meeting: id, desk: desk))
  }

  /// The meeting that is open, at one of its items.
  static func sitting(
    _ id: Identifier<Meeting>, at item: Identifier<AgendaItem>, desk: Desk
  ) -> Outcome {
    do throws(StoreError) {
      try desk.caseload.save(MeetingPlace(item: item), of: desk.setting.author, in: id)
      return try sitting(id, desk: desk)
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  /// Opens a meeting and goes to it.
  static func open(_ file: MeetingFile, desk: Desk) -> Outcome {
    let shortfalls = file.deciding(on: nil).shortfalls
    let done =
      shortfalls.isEmpty
      ? "The meeting is open, with a quorum."
      : "The meeting is open. No quorum: \(shortfalls[0]). What it decides is to be ratified."
    let id = file.meeting.id
    return .change(
      Change(
        cause: "open the meeting of \(file.meeting.value.heldOn.medium)", done: done,
        then: .panel(.meetingOpened)
      ) { door in try door.move(id, to: .open) })
  }
}
