import AlternativeProvision
import CaseStore

/// Which form it is and what it is about: by this what was typed into it is found again.
struct FormPlace: Equatable {
  /// Every form that keeps what is typed.
  enum Kind: String, CaseIterable {
    case newPanel, panel, newMeeting, meeting
    case matter, item, drop, interest, attendee, reopening
    case approval, correction, papers, letters
    case action, actionDone
    case newChild, child
    case file, exclusion, placement, view, place, close
  }

  let kind: Kind
  /// The number of the record that has to be there for the form to be opened; 0 for none.
  let record: Int64
  /// What tells it from other forms of the kind on the same record.
  let detail: String
  /// What it is about, as a list names it: a reference, a day, the name of a panel.
  let about: String

  init(_ kind: Kind, of record: Int64 = 0, _ detail: String = "", about: String = "") {
    self.kind = kind
    self.record = record
    self.detail = detail
    self.about = about
  }

  /// Under what it is kept.
  var key: String { "\(kind.rawValue) \(record) \(detail)" }

  /// Whether its fields begin with what a record holds, so that somebody else may have written there since.
  var isOfRecord: Bool {
    switch kind {
    case .panel, .meeting, .item, .attendee, .action, .actionDone, .child, .file, .exclusion,
      .placement:
      true
    case .newPanel, .newMeeting, .matter, .drop, .interest, .reopening, .approval, .correction,
      .papers, .letters, .newChild, .view, .place, .close:
      false
    }
  }
}

extension FormPlace {
  /// A form that was left unsaved, by the key under which it was kept; nil for one that there is not any
  /// more.
  init?(_ draft: FormDraft) {
    let parts = draft.form.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let kind = Kind(rawValue: String(parts[0])),
      let record = Int64(parts[1])
    else { return nil }
    self.init(kind, of: record, String(parts[2]), about: draft.title)
  }

  /// Whether what it is about is on file, so that it can be opened.
  ///
  /// - Throws: `StoreError` where that can't be read.
  func isThere(_ caseload: Caseload) throws(StoreError) -> Bool {
    switch kind {
    case .file, .exclusion, .placement, .view, .place, .close:
      return try caseload.file(Identifier(record)) != nil
    case .child: return try caseload.pupil(Identifier(record)) != nil
    case .meeting, .matter, .item, .drop, .interest, .attendee, .reopening, .approval, .correction,
      .papers, .letters, .action, .actionDone:
      return try caseload.meetingAlone(Identifier(record)) != nil
    case .newPanel, .panel, .newMeeting, .newChild: return true
    }
  }

  /// What it is called where it is named from outside; never a child's name.
  private var title: String {
    switch kind {
    case .newPanel: "A new panel"
    case .panel: "A panel's terms"
    case .newMeeting: "A new meeting"
    case .meeting: "The meeting"
    case .matter: "Another matter"
    case .item: "An item"
    case .drop: "Off the agenda"
    case .interest: "An interest"
    case .attendee: "Who is there"
    case .reopening: "A decision taken up again"
    case .approval: "Approving minutes"
    case .correction: "A note that corrects minutes"
    case .papers: "Writing papers"
    case .letters: "Letters that were sent"
    case .action: "An action"
    case .actionDone: "An action that is done"
    case .newChild: "A child who is not on file"
    case .child: "The child's record"
    case .file: "The case"
    case .exclusion: "An exclusion"
    case .placement: "A placement"
    case .view: "What somebody said"
    case .place: "Place"
    case .close: "Close"
    }
  }

  /// What it is and what it is about; never a child's name.
  var name: String { about.isEmpty ? title : "\(title), \(about)" }

  /// "Place, AP-2026-1457 (p on the case)": what was left, and the way back to it.
  func description(_ desk: Desk) -> String {
    return "\(desk.isShared ? title : name) (\(way(desk)))"
  }

  private func way(_ desk: Desk) -> String {
    func panels(_ part: Int, _ command: PanelCommand) -> String {
      "\(desk.key(.panel(.home))), \(desk.key(.panel(.part(part)), in: .panels)), "
        + desk.key(.panel(command), in: .panels)
    }
    switch kind {
    case .newPanel: return panels(0, .new)
    case .panel: return panels(0, .edit)
    case .newMeeting: return panels(1, .new)
    case .meeting: return panels(1, .edit)
    case .action: return panels(3, .edit)
    case .actionDone: return panels(3, .done)
    case .newChild:
      return "\(desk.key(.panel(.home))), \(desk.key(.panel(.newReferral), in: .panels))"
    case .matter: return "\(desk.key(.panel(.add), in: .agenda)) on the agenda"
    case .item: return "\(desk.key(.panel(.open), in: .agenda)) on the agenda"
    case .drop: return "\(desk.key(.panel(.drop), in: .agenda)) on the agenda"
    case .interest: return "\(desk.key(.panel(.interest), in: .attendance)) on the attendance"
    case .attendee: return "\(desk.key(.panel(.new), in: .attendance)) on the attendance"
    case .reopening: return "\(desk.key(.meeting(.reopen), in: .meeting)) in the meeting"
    case .approval: return "\(desk.key(.panel(.approve), in: .minutes)) on the minutes"
    case .correction: return "\(desk.key(.panel(.correct), in: .minutes)) on the minutes"
    case .papers: return "\(desk.key(.panel(.write), in: .closing)) where the meeting is closed"
    case .letters: return "\(desk.key(.panel(.sent), in: .closing)) where the meeting is closed"
    case .child, .file, .exclusion, .placement, .view:
      return "\(desk.key(.edit, in: .acting)) on the case"
    case .place: return "\(desk.key(.place, in: .acting)) on the case"
    case .close: return "\(desk.key(.close, in: .acting)) on the case"
    }
  }

  /// The form of a kind on a record that this person left unsaved last; nil where there is none.
  ///
  /// - Throws: `StoreError` where that can't be read.
  static func left(
    _ kind: Kind, of record: Int64, _ desk: Desk
  ) throws(StoreError) -> FormPlace? {
    let drafts = try desk.caseload.drafts(by: desk.setting.author)
    return drafts.compactMap(FormPlace.init).first { $0.kind == kind && $0.record == record }
  }

  /// What to say of forms that were left unsaved, as by a program that was killed; nil for none.
  ///
  /// - Throws: `StoreError` where that can't be read.
  static func waiting(_ drafts: [FormDraft], _ desk: Desk) throws(StoreError) -> String? {
    var places: [FormPlace] = []
    for place in drafts.compactMap(FormPlace.init) where try place.isThere(desk.caseload) {
      places.append(place)
    }
    guard let last = places.first else { return nil }
    return places.count == 1
      ? "A form was left unsaved: \(last.description(desk))."
      : "\(places.count) forms were left unsaved, the last: \(last.description(desk))."
  }
}
