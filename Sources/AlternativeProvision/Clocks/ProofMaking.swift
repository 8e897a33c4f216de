extension Proof {
  init(of reading: ClockReading) {
    rule = reading.rule.title
    reference = reading.rule.reference
    basis = reading.rule.basis
    calendar = nil
    steps = []
    conclusion = ""
    remarks = reading.remarks.map(\.text)
  }
}
