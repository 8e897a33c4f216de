/// Why a decision cannot be confirmed as it stands.
public enum DecisionProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// No option is chosen.
  case undecided
  /// The option is not one for this sort of item.
  case notOffered(DecisionOption, AgendaKind)
  /// A field that the option requires is empty.
  case missing(DecisionField)
  /// A field holds what it cannot take, and what would be right.
  case unreadable(DecisionField, text: String, expected: String)
  /// A field that must give reasons holds no more than a word or a number.
  case unreasoned(DecisionField, String)
  /// More text than a field takes, by so many characters.
  case tooLong(DecisionField, excess: Int)
  /// A day before the day that must come first.
  case tooEarly(DecisionField, Day, notBefore: Day, why: String)
  /// A day so far ahead that the year must be wrong.
  case tooLate(DecisionField, Day, notAfter: Day)
  /// Sessions a week, of which there are 1 to 10.
  case sessions(Int)
  /// Part-time is fewer than ten sessions.
  case notPartTime
  /// Fewer than ten sessions, without a word on how the rest of the week is met.
  case partTimeUnexplained(sessions: Int)
  /// Hours that no week has.
  case hours(Double)
  /// A cost below nothing, or beyond any place.
  case cost(Int)
  /// A provider that cannot take the child, and why.
  case provider(String, [ProviderObjection])
  /// A placement that is none of this child's.
  case notThisChilds
  /// EOTAS without an education, health and care plan.
  case eotasWithoutPlan
  /// EOTAS agreed without saying why no school will do.
  case eotasUnexplained
  /// A step down to a tier that is not lower.
  case notLower(CaseTier, from: CaseTier)
  /// The chair acts, and nothing says how.
  case actionWithoutMeasure
  /// More votes than members who decide.
  case tooManyVotes(Int, deciding: Int)
  /// Votes that did not carry it.
  case notCarried(Votes)
  /// Nobody is there to decide.
  case nobodyDeciding
  /// The chair acts, and nobody can be in the chair.
  case nobodyInTheChair(Chairing)

  /// The field to go to; nil where the whole is meant.
  public var field: DecisionField? {
    switch self {
    case .undecided, .notOffered: .option
    case .missing(let field), .unreadable(let field, _, _), .unreasoned(let field, _),
      .tooLong(let field, _),
      .tooEarly(let field, _, _, _), .tooLate(let field, _, _):
      field
    case .sessions, .notPartTime, .partTimeUnexplained: .sessions
    case .eotasUnexplained: .section19
    case .hours: .hours
    case .cost: .weeklyCost
    case .provider: .provider
    case .notThisChilds: .placement
    case .eotasWithoutPlan: .isAgreed
    case .notLower: .tier
    case .actionWithoutMeasure: .measure
    case .tooManyVotes, .notCarried: .votesFor
    case .nobodyDeciding, .nobodyInTheChair: nil
    }
  }

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .undecided: "nothing is decided yet; choose an option"
    case .notOffered(let option, let kind):
      "\"\(option.title)\" is no decision on an item of the kind \"\(kind.title)\"; choose another"
    case .missing(let field): "\(field.title) is empty; \(field.whatToDo)"
    case .unreadable(let field, let text, let expected):
      "\(field.title): \"\(text.prefix(40))\" cannot be read; \(expected)"
    case .unreasoned(let field, let text):
      "\(field.title) says only \"\(text.prefix(40))\"; \(field.whatToDo)"
    case .tooLong(let field, let excess):
      "\(field.title) is \(excess) character\(excess == 1 ? "" : "s") too long; at most "
        + "\(field.limit) fit: shorten it, or attach the text and refer to it"
    case .tooEarly(let field, let day, let first, let why):
      "\(field.title), \(day.medium), is before \(why), \(first.medium); correct the date"
    case .tooLate(let field, let day, let last):
      "\(field.title), \(day.medium), is after \(last.medium); check the year"
    case .sessions(let count): "a week has 1 to 10 sessions (half days), not \(count)"
    case .notPartTime: "ten sessions are full-time; choose \"Agree provision\", or fewer sessions"
    case .partTimeUnexplained(let sessions):
      "\(sessions) sessions a week are part-time; give ten, or choose \"Agree part-time provision\" and "
        + "give the reason of health, or say under section 19 how the rest of the week is met"
    case .hours(let hours): "hours of education a week are more than 0 and at most 60, not \(hours)"
    case .cost(let pence): "a week cannot cost \(Pence.words(pence)); correct the cost"
    case .provider(let name, let objections):
      "\(name) cannot take this child: \(objections.map(\.description).joined(separator: "; "))"
    case .notThisChilds: "that placement is another child's; choose one of this case"
    case .eotasWithoutPlan:
      "EOTAS is arranged under an education, health and care plan (CFA 2014 s.61) and there is none; "
        + "decline and name the EHC needs assessment, or agree provision under section 19"
    case .eotasUnexplained:
      "say under section 19 reasoning why provision in a school would be inappropriate (CFA 2014 s.61)"
    case .notLower(let tier, let from):
      "\(tier.shortTitle) is not below \(from.shortTitle), where support stands; choose a lower tier"
    case .actionWithoutMeasure:
      "say what the chair does: choose a provider, or write it under \"What is to be done\""
    case .tooManyVotes(let votes, let deciding):
      "\(votes) votes were counted and \(deciding) decide on this item; count again, or correct who is "
        + "present"
    case .notCarried(let votes):
      "the decision was not carried (\(votes.words)); record the one that was, or the casting vote"
    case .nobodyDeciding:
      "nobody is present who may decide on this item; record who is present, or park the item"
    case .nobodyInTheChair(let chairing): chairing.whyNobody
    }
  }
}

extension Chairing {
  /// Why nobody can be in the chair, and who could.
  fileprivate var whyNobody: String {
    func names(_ members: [PanelMember]) -> String {
      members.map(\.name).joined(separator: " and ")
    }
    let why =
      interested.isEmpty
      ? "no chair is here to act"
      : "no chair without an interest is here: \(names(interested)) "
        + (interested.count == 1 ? "has declared one" : "have declared one each")
    let other = "record somebody without an interest as the deputy of this meeting"
    return away.isEmpty
      ? "\(why); \(other), or park the item"
      : "\(why); \(names(away)) could act once recorded as present, or \(other)"
  }
}
