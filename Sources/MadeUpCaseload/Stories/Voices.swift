import AlternativeProvision

extension AuthorityStory {
  /// What the child, a parent or the school said, for some six cases in ten.
  mutating func addViews(_ draft: inout CaseDraft) {
    let span = days.today.days(since: draft.value.openedOn)
    guard span > 1 else { return }
    let sayings = Voices.of(draft.value.route, isPlaced: !draft.placements.isEmpty)
    for (voice, likelihood) in [(Voice.child, 0.58), (.parent, 0.42), (.school, 0.16)] {
      guard dice.chance(likelihood), let words = sayings[voice], !words.isEmpty else { continue }
      let day = draft.value.openedOn.adding(days: dice.number(1, min(span, 60)))
      draft.views.append(
        View(file: Identifier(0), voice: voice, givenOn: day, words: dice.pick(words)))
    }
  }
}

/// What people say, none of whom is anyone.
enum Voices {
  static func of(_ route: CaseRoute, isPlaced: Bool) -> [Voice: [String]] {
    switch route {
    case .permanentExclusion, .longSuspension:
      [
        .child: isPlaced ? placedChild : excludedChild,
        .parent: isPlaced ? placedParent : excludedParent,
        .school: [
          "We would have him back in Year 10 if the board asked, but not in the same form.",
          "Staff are clear that she can do the work when the room is small.",
          "The incident form and the witness notes went to the governors on Friday.",
        ],
      ]
    case .medical, .emotionallyBasedAbsence: health
    case .educationOtherwiseThanAtSchool:
      [
        .child: [
          "Tuesdays are best because of the horses. I talk on Tuesdays.",
          "I do not want to hear the word ‘transition’ again.",
          "Maths with Beth is okay. She lets me do it on the whiteboard standing up.",
        ],
        .parent: [
          "First term in four years with no call to collect him.",
          "The tutor is good. Two hours on a Wednesday is not an education.",
          "We agreed speech therapy in section F. It has not started.",
        ],
        .school: ["He remains on our roll until the plan is amended."],
      ]
    default: other
    }
  }

  private static let excludedChild = [
    "I know what I did. I still want to do my GCSEs.",
    "Nobody asked me what happened before.",
    "I’ve been in my room for a week. It’s boring and my mum’s shouting.",
    "I’m not going to that centre, my cousin got jumped there.",
    "Can I go back if I say sorry? No one will tell me.",
    "Miss Okoro was the only one who got me. Is she still allowed to ring?",
  ]
  private static let placedChild = [
    "It’s small. I like that they know your name on the first day.",
    "We fixed a brake calliper. I’ve never finished anything before that.",
    "The taxi comes at 7.10 and it’s an hour and a half. I’m done before I start.",
    "I’d go every day if it was workshop every day.",
    "They do English as a game. I wrote a page and a half.",
    "I miss my mates. Here you have to be careful who you sit with.",
  ]
  private static let excludedParent = [
    "I have had one phone call and a letter. Who is teaching him?",
    "I work nights. He cannot be at home on his own all day.",
    "We are asking for a review. The knife was a butter knife from food tech.",
    "She has been assessed for ADHD since March and nobody waited for it.",
  ]
  private static let placedParent = [
    "A different boy since half term. He gets up.",
    "They ring me when it goes well too. That is new.",
    "I’d like to know when he goes back to a real school.",
    "Attendance letters come from two places with two numbers on them.",
  ]
  private static let health: [Voice: [String]] = [
    .child: [
      "My stomach hurts on Sunday night. It isn’t made up.",
      "Online with the camera off is fine. Please don’t make me turn it on.",
      "I got as far as the gate. Mr Lomax said that counts.",
      "I want to see my friends but not all of them at once.",
      "The ward teacher is funny. I did fractions on a drip.",
      "I’m tired of telling it again to someone new.",
    ],
    .parent: [
      "CAMHS say fourteen months. The school says she is fine when she is there.",
      "We have a letter from the consultant since September.",
      "He did forty minutes yesterday. In October it was none.",
      "Please do not fine us. We are trying every single morning.",
    ],
    .school: [
      "Work is sent home on Mondays; about half comes back.",
      "We can offer the library from 9.30 to 11 as a start.",
      "Attendance was 96 % until the spring term of Year 8.",
    ],
  ]
  private static let other: [Voice: [String]] = [
    .child: [
      "Six weeks there and then back. I can do six weeks.",
      "The new school has a running track. That’s the good bit.",
      "I’m behind in science now because they don’t have a lab.",
      "Mr Haydock comes on Thursdays. We do it before break so nobody sees.",
    ],
    .parent: [
      "We agreed to the move. We would like it to be said that we agreed.",
      "Nobody told us that we could ask for a review.",
      "It has helped. I’d ask for it to go on after Christmas.",
    ],
    .school: [
      "Reintegration meeting set for the last week of the direction.",
      "Two incidents in six weeks, from two a day.",
    ],
  ]
}
