import AlternativeProvision
import TestSupport
import Testing

@Suite("The shared view")
struct NameCoverTests {
  private func pupil(_ forename: String, _ surname: String, called: String? = nil) throws -> Pupil {
    var pupil = Pupil(
      reference: "S1", surname: surname, forename: forename, dateOfBirth: try Day("2012-03-04"),
      yearGroup: "9")
    pupil.preferredName = called
    return pupil
  }

  @Test(
    "names become initials wherever they stand",
    arguments: [
      ("Tereza Novak stayed at home", "TN stayed at home"),
      ("NOVAK, Tereza", "N, T"),
      ("tereza's mother; Tereza’s school", "T's mother; T’s school"),
      ("Novakova is another; the Novaks are not", "Novakova is another; the Ns are not"),
      ("Reza likes boats", "R likes boats"),
      ("", ""),
      ("Nobody here", "Nobody here"),
      ("(Tereza)", "(T)"),
    ])
  func covers(text: String, covered: String) throws {
    let cover = NameCover(try pupil("Tereza", "Novak", called: "Reza"))
    #expect(cover.covered(text) == covered)
  }

  @Test(
    "a name typed without its accents is covered, and one with accents that the record lacks",
    arguments: [
      ("Urgent for Oisin and Oisín; O. Brannigan; Brannigans", "Urgent for O and O; O. B; Bs"),
      ("OISÍN, oisin", "O, O"),
      ("Oisi\u{301}n came", "O came"),
      ("Lukasz Yilmaz and Łukasz", "ŁY and Ł"),
      ("Zoe rang Zoë", "Z rang Z"),
      ("Ois is no name, nor is Брана", "Ois is no name, nor is Брана"),
    ])
  func accents(text: String, covered: String) throws {
    var cover = NameCover(try pupil("Oisín", "Brannigan", called: "Zoë"))
    cover.add(name: "Łukasz Yılmaz")
    #expect(cover.covered(text) == covered)
  }

  @Test(
    "while it is typed a name keeps its length and shows its first letter",
    arguments: [
      ("Tereza Novak stayed", nil, "T····· N···· stayed"),
      ("tereza’s mother", nil, "t·····’s mother"),
      ("Tere", 4, "T···"), ("Tere", 2, "Tere"), ("Te", 2, "Te"), ("tere", 4, "tere"),
      ("Terrace", 7, "Terrace"), ("Novakova", 8, "Novakova"), ("Reza", nil, "R···"),
    ] as [(String, Int?, String)])
  func masks(text: String, cursor: Int?, masked: String) throws {
    let cover = NameCover(try pupil("Tereza", "Novak", called: "Reza"))
    #expect(cover.masked(text, cursor: cursor) == masked)
    #expect(masked.count == text.count)
  }

  @Test("a double name is reduced in all its parts, and joined")
  func doubleNames() throws {
    let cover = NameCover(try pupil("Anna-Lee", "O'Brien Smith"))
    #expect(cover.covered("Anna-Lee O'Brien Smith, Smith's aunt") == "AL O'BS, S's aunt")
    #expect(!cover.covered("Anna-Lee O'Brien Smith").lowercased().contains("anna"))
    #expect(!cover.covered("Anna-Lee O'Brien Smith").lowercased().contains("brien"))
    #expect(!cover.covered("SMITH, anna-lee").lowercased().contains("smith"))
  }

  @Test("a name that is an everyday word is covered only with its capital")
  func everydayNames() throws {
    let cover = NameCover(try pupil("Will", "May"))
    #expect(
      cover.covered("Will will come in May, and may stay") == "W will come in M, and may stay")
  }

  @Test("parents and other contacts are covered too")
  func families() throws {
    var referral = Referral(
      pupil: Identifier(1), receivedOn: try Day("2026-11-02"), referrer: "B. Head",
      route: .medical)
    referral.consent = ParentalConsent(parent: "Mrs Petra Novak", givenOn: nil, isWritten: true)
    referral.contacts = [ReferralContact(name: "Uncle Ondrej")]
    var cover = NameCover(try pupil("Tereza", "Novak"))
    cover.add(referral)
    #expect(cover.covered("Mrs Petra Novak and Ondrej agree") == "Mrs PN and O agree")
  }

  @Test(
    "a telephone number goes with the names, and no other number does",
    arguments: [
      ("Told on 07700 900214.", "Told on (number)."), ("+44 7700-900 214", "(number)"),
      ("(0161) 496 0000 or 0161 4960001", "((number) or (number)"),
      (
        "On 22/11/2026 at 09:00, £1,200; 10 sessions", "On 22/11/2026 at 09:00, £1,200; 10 sessions"
      ),
      ("AP-2026-0412, 05 and 06", "AP-2026-0412, 05 and 06"), ("0", "0"),
    ])
  func numbers(text: String, covered: String) throws {
    let cover = NameCover(try pupil("Tereza", "Novak"))
    #expect(cover.covered(text) == covered)
    #expect(cover.masked(text, cursor: nil).count == text.count)
    #expect(NameCover().covered(text) == text)
  }

  @Test("what stands in brackets after a contact's name is no name")
  func brackets() throws {
    var referral = Referral(
      pupil: Identifier(1), receivedOn: try Day("2026-11-02"), referrer: "B. Head",
      route: .medical)
    referral.contacts = [
      ReferralContact(name: "Carol Whitworth (foster carer, delegated authority)")
    ]
    var cover = NameCover()
    cover.add(referral)
    #expect(
      cover.covered("The authority asked Carol Whitworth, the foster carer.")
        == "The authority asked CW, the foster carer.")
  }

  @Test("no letter of a covered name but the first is left, whatever surrounds it")
  func always() throws {
    var generator = SeededGenerator(8)
    let cover = NameCover(try pupil("Xanthippe", "Quillfeather"))
    let pieces = [
      " ", ", ", "\n", "'s ", "-", "(", ") ", "the ", "XANTHIPPE", "Xanthippe", "xanthippe",
      "Quillfeather", "QUILLFEATHER",
    ]
    for _ in 0..<500 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }
      // Letters run together make another word, which is no name of this child.
      let spaced = text.joined(separator: " ")
      let covered = cover.covered(spaced).lowercased()
      #expect(!covered.contains("xanthippe") && !covered.contains("quillfeather"))
    }
  }

  @Test(
    "another child's full name is found though it belongs to no item, and a forename alone is not",
    arguments: [
      ("Connor Duckworth hit him", "CD hit him"), ("so did Aisha Duckworth.", "so did AD."),
      ("Duckworth, Connor", "D, C"), ("Kieran Maddocks-Holt and Dawn", "KMH and Dawn"),
      ("Connor came with a Duckworth", "Connor came with a Duckworth"),
      ("connor duckworth", "CD"), ("Connor Duckworth's mother", "CD's mother"),
      ("the Connor Duckworths", "the CD"), ("at hope hall", "at hope hall"),
      ("Hope Hall", "HH"), ("Connor and Tereza", "Connor and T"),
    ])
  func book(text: String, covered: String) throws {
    var cover = NameCover(try pupil("Tereza", "Novak"))
    cover.book.add(forename: "Connor", surname: "Duckworth", preferred: nil)
    cover.book.add(forename: "Aisha", surname: "Duckworth", preferred: nil)
    cover.book.add(forename: "Kieran", surname: "Maddocks-Holt", preferred: "Kier")
    cover.book.add(forename: "Hope", surname: "Hall", preferred: nil)
    #expect(cover.covered(text) == covered)
  }

  @Test("the surname of another child is masked from its third letter on, where the cursor is")
  func bookMasks() throws {
    var cover = NameCover()
    cover.book.add(forename: "Connor", surname: "Duckworth", preferred: nil)
    #expect(cover.masked("Connor Du", cursor: 9) == "Connor Du")
    #expect(cover.masked("Connor Duc", cursor: 10) == "C····· D··")
    #expect(cover.masked("Connor Duckwor", cursor: 14) == "C····· D······")
    #expect(cover.masked("Connor Duc and more", cursor: 19) == "Connor Duc and more")
    #expect(cover.masked("Connor Duckworth hit", cursor: 20) == "C····· D········ hit")
    #expect(cover.masked("Ring 07700 900214", cursor: nil) == "Ring ············")
  }

  @Test("the shared view is on at first, stays on, and covers again at the next item")
  func sharedView() throws {
    var view = SharedView()
    let child = try pupil("Tereza", "Novak")
    let (one, two) = (Identifier<AgendaItem>(1), Identifier<AgendaItem>(2))
    view.go(to: one)
    #expect(view.name(of: child, reference: "AP-1") == "TN · AP-1")
    #expect(view.covers(.address, on: one) && view.covers(.needs, on: one) && view.covers(.risks))
    view.toggle(.address)
    #expect(!view.covers(.address, on: one) && view.covers(.needs, on: one))
    view.go(to: one)
    #expect(!view.covers(.address, on: one))
    view.go(to: two)
    #expect(view.covers(.address, on: two) && view.isOn)
    view.isOn = false
    #expect(
      !view.covers(.risks) && view.name(of: child, reference: "AP-1") == "NOVAK, Tereza")
  }

  @Test("what is revealed is revealed on its item, and nowhere else; names never are")
  func revealed() {
    var view = SharedView()
    let item = Identifier<AgendaItem>(1)
    view.go(to: item)
    let isAllShown = view.toggleAll()
    #expect(isAllShown)
    #expect(!view.covers(.risks, on: item) && !view.covers(.accounts, on: item))
    #expect(view.covers(.risks) && view.covers(.accounts, on: Identifier(2)))
    #expect(view.covers(.name, on: item) && view.covers(.dateOfBirth, on: item))
    let isStillShown = view.toggleAll()
    #expect(!isStillShown)
    #expect(view.covers(.risks, on: item))
  }

  @Test(
    "clocks that tell of a plan or of illness have a name that others have too, or that says neither"
  )
  func clocks() {
    for clock in ClockKind.allCases {
      let words = clock.neutralTitle.lowercased()
      for telling in ["ehc", "ill", "health", "fifteenth", "absence", "plan"] {
        #expect(!words.contains(telling), "\(clock)")
      }
    }
    #expect(ClockKind.annualReview.neutralTitle == ClockKind.placementReview.neutralTitle)
  }

  @Test("of every fact it is decided whether the room may see it")
  func table() {
    let shown = SharedFact.allCases.filter { !$0.isCovered }
    #expect(
      Set(shown) == [
        .initials, .reference, .age, .yearGroup, .sex, .school, .homeAuthority, .exclusion,
        .attendanceShare, .clock, .placement, .officer, .tier, .consent, .gaps, .decisionState,
        .asked,
      ])
    for matter in CoveredMatter.allCases {
      #expect(SharedFact.allCases.contains { $0.cover == .matter(matter) })
    }
  }
}
