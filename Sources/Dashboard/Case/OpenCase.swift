import AlternativeProvision
import CaseStore

/// A case as it was read to be shown: what is on file, its clocks, and what is read only when looked at.
struct OpenCase {
  let file: CaseFile
  /// The clocks, the most pressing first.
  let clocks: [ClockReading]
  let timeline: Timeline
  private var register: Register?
  private var journal: [JournalEntry]?

  /// Reads a case; nil where there is none any more.
  init?(_ id: Identifier<Case>, desk: Desk) throws(StoreError) {
    guard let file = try desk.caseload.caseFile(id) else { return nil }
    self.file = file
    let today = desk.today
    let readings = ClockEngine().readings(for: file.facts, asAt: today)
    let order = readings.indices.sorted {
      let one = OpenCase.rank(readings[$0], today)
      let other = OpenCase.rank(readings[$1], today)
      return one != other ? one < other : $0 < $1
    }
    clocks = order.map { readings[$0] }
    timeline = Timeline(
      file: file.file.value,
      exclusions: file.exclusions.map {
        ($0.value, file.excludingSchools[$0.value.school]?.name ?? "a school not on file")
      },
      placements: file.placements.map {
        ($0.value, file.providers[$0.value.provider]?.name ?? "a provider not on file")
      },
      views: file.views.map(\.value))
  }

  /// Overdue ones first, by their day; then those that run; then what is settled.
  private static func rank(_ reading: ClockReading, _ today: Day) -> (Int, Int32) {
    let due = reading.deadline?.day?.number ?? .max
    switch reading.state(on: today) {
    case .overdue: return (0, due)
    case .dueToday: return (1, due)
    case .running: return (2, due)
    case .provisional: return (3, due)
    case .metLate: return (4, due)
    case .met: return (5, due)
    case .ended: return (6, due)
    case .notStarted: return (7, due)
    }
  }

  /// The register of the school year so far, read when first wanted.
  mutating func register(_ desk: Desk) -> Register {
    if let register { return register }
    let first = Register.startOfYear(desk.today)
    let marks =
      (try? desk.caseload.marks(of: file.pupil.id, from: first, through: desk.today)) ?? []
    let made = Register(marks: marks, through: desk.today)
    register = made
    return made
  }

  /// Who changed what, latest first, read when first wanted.
  mutating func history(_ desk: Desk) -> [JournalEntry] {
    if let journal { return journal }
    let read = (try? desk.caseload.journal(of: file.file.id)) ?? []
    journal = read
    return read
  }

  /// The placement that goes on today, if there is one.
  func placementNow(on day: Day) -> (Placement, String)? {
    file.placements.last { $0.value.isCurrent(on: day) }.map {
      ($0.value, file.providers[$0.value.provider]?.name ?? "a provider not on file")
    }
  }
}
