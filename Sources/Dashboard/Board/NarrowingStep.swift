import AlternativeProvision
import CaseStore

/// One step by which the panes were narrowed, as the trail names it.
enum NarrowingStep: Hashable {
  case provider(Identifier<Provider>, String)
  case officer(String)
  case school(Identifier<School>, String)
  case rating(Rating)
  case group(StateGroup)
  case route(CaseRoute)
  case figure(HeadlineFigure)

  /// The step as the trail shows it.
  var title: String {
    switch self {
    case .provider(_, let name): "At \(name)"
    case .officer(""): "Unassigned"
    case .officer(let name): "Officer \(name)"
    case .school(_, let name): name
    case .rating(let rating): "Providers rated \(rating.title.lowercased())"
    case .group(let group): group.title
    case .route(let route): route.title
    case .figure(let figure): Wording.title(of: figure)
    }
  }

  /// Whether both narrow by the same sort of thing, so that the later one takes the earlier's place.
  func isSameSort(as other: NarrowingStep) -> Bool {
    switch (self, other) {
    case (.provider, .provider), (.officer, .officer), (.school, .school), (.rating, .rating),
      (.group, .group), (.route, .route), (.figure, .figure):
      true
    default: false
    }
  }

  /// Adds the step to a narrowing.
  func apply(to narrowing: inout Narrowing) {
    switch self {
    case .provider(let id, _): narrowing.provider = id
    case .officer(let name): narrowing.officer = name
    case .school(let id, _): narrowing.school = id
    case .rating(let rating): narrowing.rating = rating
    case .group(let group): narrowing.group = group
    case .route(let route): narrowing.route = route
    case .figure(let figure): narrowing.figure = figure
    }
  }
}

extension [NarrowingStep] {
  /// What all the steps together leave in.
  var narrowing: Narrowing {
    var narrowing = Narrowing()
    for step in self { step.apply(to: &narrowing) }
    return narrowing
  }

  /// The trail with one step more; an earlier step of the same sort is replaced.
  func narrowed(by step: NarrowingStep) -> [NarrowingStep] {
    filter { !$0.isSameSort(as: step) } + [step]
  }
}
