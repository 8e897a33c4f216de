import AlternativeProvision

/// A made-up child with everything that hangs on it, before any of it is stored.
///
/// Until then, the identifiers inside the values are positions in the authority's lists.
struct ChildDraft {
  var pupil: Pupil
  /// The position of the child's school.
  var school: Int
  var exclusions: [ExclusionDraft] = []
  var cases: [CaseDraft] = []
}

/// An exclusion and the position of the school that excluded.
struct ExclusionDraft {
  var value: Exclusion
  var school: Int
}

/// A case with what is stored under it.
struct CaseDraft {
  var value: Case
  /// Which of the child's exclusions it arose from.
  var exclusion: Int?
  var placements: [PlacementDraft] = []
  var views: [View] = []
  /// The register that the child's own school keeps before there is any placement.
  var register: RegisterDraft?
}

/// A placement and how the child attends it.
struct PlacementDraft {
  var value: Placement
  /// The position of the provider.
  var provider: Int
  /// The sessions of the week: bit 0 is Monday morning, bit 9 Friday afternoon.
  var pattern: UInt16
  /// The share of sessions that this child attends.
  var attendance: Double
  /// The day from which the child all but stopped coming, if that happened.
  var collapsedFrom: Day?
  var manner: RegisterManner
}

/// The register of a child who is not placed yet.
struct RegisterDraft {
  var provider: Int
  var first: Day
  var last: Day
  var attendance: Double
  var manner: RegisterManner
}

/// What a child's absences are put down to, and how being there is marked.
enum RegisterManner {
  /// At a school: / and \.
  case school
  /// Where the authority arranged it: K.
  case authorityProvision
  /// Where the school arranged it: B.
  case schoolProvision
  /// Ill, at the child's own school or elsewhere: mostly I.
  case illness
  /// Anxious: I, O and M in turn.
  case anxiety
}
