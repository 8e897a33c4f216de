/// What of the board a change of the caseload moved, as open boards are told.
struct BoardChanges {
  var cases: Set<Int64> = []
  var providers: Set<Int64> = []
  var schools: Set<Int64> = []
  /// Everything may have moved.
  var isWholesale = false

  /// With more than this, reading everything again costs less than naming it.
  static let limit = 2000

  private static let kept: Int64 = 10_000

  /// Notes it in the file, and forgets what every open board has long seen.
  func write(to connection: Connection) throws(StoreError) {
    let add = try connection.statement("INSERT INTO board_change(kind, subject) VALUES(?1, ?2)")
    if isWholesale || cases.count + providers.count + schools.count > BoardChanges.limit {
      add.bind(1, Int64(3))
      add.bind(2, Int64(0))
      try add.run()
    } else {
      for (kind, subjects) in [(Int64(0), cases), (1, providers), (2, schools)] {
        add.bind(1, kind)
        for subject in subjects {
          add.bind(2, subject)
          try add.run()
        }
      }
    }
    let forget = try connection.statement(
      "DELETE FROM board_change WHERE number <= (SELECT max(number) FROM board_change) - ?1")
    forget.bind(1, BoardChanges.kept)
    try forget.run()
  }

  /// What was noted after a place; wholesale when some of it is forgotten already.
  static func since(_ place: Int64, in connection: Connection) throws(StoreError) -> BoardChanges {
    var changes = BoardChanges()
    let rows = try connection.statement(
      "SELECT number, kind, subject FROM board_change WHERE number > ?1 ORDER BY number")
    rows.bind(1, place)
    defer { rows.reset() }
    var expected = place + 1
    while try rows.step() {
      if rows.integer(0) != expected { changes.isWholesale = true }
      expected = rows.integer(0) + 1
      switch rows.integer(1) {
      case 0: changes.cases.insert(rows.integer(2))
      case 1: changes.providers.insert(rows.integer(2))
      case 2: changes.schools.insert(rows.integer(2))
      default: changes.isWholesale = true
      }
    }
    if changes.cases.count > limit { changes.isWholesale = true }
    return changes
  }

  /// The place up to which changes are noted.
  static func place(in connection: Connection) throws(StoreError) -> Int64 {
    try connection.number("SELECT max(number) FROM board_change") ?? 0
  }
}
