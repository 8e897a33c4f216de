import AlternativeProvision
import CaseStore

/// A kind of file in which each row is one record.
protocol RecordFile: Sendable {
  /// What a row makes.
  associatedtype Record: Hashable & Sendable
  /// The kind's columns.
  var list: ColumnList { get }

  init()

  /// The record of a row: what is on file, with what the row says.
  ///
  /// Reads every column before it gives up, so that all that is wrong with a row is told at once.
  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<Record>?

  func put(_ record: Record, through door: inout Door) throws(StoreError) -> PutResult<Record>
}

/// A record and what it is recognised by within its file.
struct KeyedRecord<Record: Hashable & Sendable> {
  var key: String
  var record: Record

  /// The parts of a key are joined with a byte that no value holds.
  init(_ key: String..., record: Record) {
    self.key = key.joined(separator: "\u{1F}")
    self.record = record
  }
}

extension ImportKind {
  var columnList: ColumnList {
    switch self {
    case .schools: SchoolFile().list
    case .calendars: CalendarFile().list
    case .providers: ProviderFile().list
    case .pupils: PupilFile().list
    case .exclusions: ExclusionFile().list
    case .cases: CaseFileRows().list
    case .placements: PlacementFile().list
    case .marks: MarkFile().list
    case .visits: VisitFile().list
    case .views: ViewFile().list
    case .referrals: ReferralFile().list
    }
  }
}
