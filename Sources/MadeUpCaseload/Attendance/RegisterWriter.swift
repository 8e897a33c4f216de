import AlternativeProvision

/// Writes the registers of a made-up child, session by session.
struct RegisterWriter {
  /// A mark before the child and the provider have identifiers.
  struct Mark {
    var day: Day
    var session: Session
    var provider: Int
    var first: UInt8
    var second: UInt8
  }

  let days: SchoolDays
  let providers: [ProviderList.Entry]
  var dice: Dice
  /// The marks of the child in hand, in the order of time.
  private(set) var marks: [Mark] = []

  /// The registers of that story's children; a part of the story, though they are written last.
  init(_ story: AuthorityStory) {
    days = story.days
    providers = story.providers.entries
    dice = story.dice.fork(99)
  }

  /// The marks of all the child's placements up to yesterday.
  mutating func write(_ child: ChildDraft) {
    marks.removeAll(keepingCapacity: true)
    var end = Day(number: 0)
    for draft in child.cases {
      if let register = draft.register {
        write(
          at: register.provider, from: max(register.first, end), through: register.last,
          pattern: 0b11_1111_1111, usual: register.attendance, collapsedFrom: nil,
          manner: register.manner)
      }
      for placement in draft.placements {
        let first = max(placement.value.startsOn, end)
        let last = min(placement.value.endedOn ?? days.today, days.today.adding(days: -1))
        write(
          at: placement.provider, from: first, through: last, pattern: placement.pattern,
          usual: placement.attendance, collapsedFrom: placement.collapsedFrom,
          manner: placement.manner)
        end = max(end, last.adding(days: 1))
      }
    }
  }

  private mutating func write(
    at provider: Int, from first: Day, through last: Day, pattern: UInt16, usual: Double,
    collapsedFrom: Day?, manner: RegisterManner
  ) {
    let collapse = providers[provider].collapsedFrom
    let recent = days.beginning(dayNumber: 4)
    var wasThere = true
    var position = days.position(of: first)
    while position < days.days.count, days.days[position] <= last {
      let day = days.days[position]
      position += 1
      let weekday = Int(day.weekday.rawValue)
      let sessions = (pattern >> UInt16(weekday * 2)) & 3
      if sessions == 0 { continue }
      var likelihood = usual
      if let collapsedFrom, day >= collapsedFrom { likelihood = 0.12 }
      if let collapse, day >= collapse {
        likelihood *= max(0.35, 0.9 - 0.045 * Double(days.count(from: collapse, through: day)))
      }
      if weekday == 0 || weekday == 4 { likelihood -= 0.04 }
      // Absence comes in stretches: who was away yesterday is likelier to be away today.
      likelihood = wasThere ? likelihood + (1 - likelihood) * 0.2 : likelihood * 0.72
      wasThere = dice.chance(likelihood)
      let absence = wasThere ? (first: UInt8(0), second: UInt8(0)) : reason(manner, day, recent)
      for session in Session.allCases where sessions & (1 << UInt16(session.rawValue)) != 0 {
        // A tenth of days are broken: there in the morning and gone, or the reverse.
        let isThere = dice.chance(0.06) ? !wasThere : wasThere
        let code =
          isThere
          ? presence(manner, session)
          : wasThere ? reason(manner, day, recent) : absence
        marks.append(
          Mark(
            day: day, session: session, provider: provider, first: code.first,
            second: code.second))
      }
    }
  }

  private mutating func presence(
    _ manner: RegisterManner, _ session: Session
  ) -> (first: UInt8, second: UInt8) {
    let turn = dice.below(100)
    if turn < 5 && session == .morning { return (UInt8(ascii: "L"), 0) }
    if turn == 99 { return (UInt8(ascii: "V"), 0) }
    switch manner {
    case .school: return (session == .morning ? UInt8(ascii: "/") : UInt8(ascii: "\\"), 0)
    case .schoolProvision: return (UInt8(ascii: "B"), 0)
    default: return (UInt8(ascii: "K"), 0)
    }
  }

  /// Why the child was away. Only of the last days is the reason still to be found.
  private mutating func reason(
    _ manner: RegisterManner, _ day: Day, _ recent: Day
  ) -> (first: UInt8, second: UInt8) {
    if day >= recent && dice.chance(0.22) { return (UInt8(ascii: "N"), 0) }
    let weights: [Double]
    switch manner {
    case .illness: weights = [76, 8, 8, 4, 1, 1, 2]
    case .anxiety: weights = [38, 6, 44, 6, 2, 2, 2]
    default: weights = [21, 3, 62, 5, 3, 3, 3]
    }
    switch dice.weighted(weights) {
    case 0: return (UInt8(ascii: "I"), 0)
    case 1: return (UInt8(ascii: "M"), 0)
    case 2: return (UInt8(ascii: "O"), 0)
    case 3: return (UInt8(ascii: "C"), 0)
    case 4: return (UInt8(ascii: "G"), 0)
    case 5: return (UInt8(ascii: "U"), 0)
    default: return (UInt8(ascii: "Y"), UInt8(ascii: "1"))
    }
  }
}
