/// Forenames and surnames of the England of today, to be joined by chance.
///
/// The joined names are of nobody: what makes a made-up caseload useful is that names are as long, as
/// accented, as hyphenated and as alike as real ones.
struct PeopleNames: Sendable {
  /// The names of one background, with the ethnicity code of the school census that goes with it.
  struct Pool: Sendable {
    let ethnicities: [String]
    let weight: Double
    let girls: [String]
    let boys: [String]
    let surnames: [String]

    init(_ ethnicities: String, _ weight: Double, girls: String, boys: String, surnames: String) {
      self.ethnicities = PeopleNames.words(ethnicities)
      self.weight = weight
      self.girls = PeopleNames.words(girls)
      self.boys = PeopleNames.words(boys)
      self.surnames = PeopleNames.words(surnames)
    }
  }

  static let pools: [Pool] = [
    Pool(
      "WBRI WBRI WBRI WBRI WBRI WBRI MWBC MOTH", 62,
      girls: """
        Ruby Ella Lily-Mae Amelia Poppy Freya Evie Isla Grace Ava Daisy Chloe Millie Lacey Scarlett \
        Ellie-Mae Jessica Holly Tia Kayleigh Skye Summer Phoebe Maisie Lexi Harper Zoë Siân Imogen \
        Beth Casey Courtney Shannon Paige Libby Demi Lola Robyn Eve Niamh Orla Erin Caitlin Bonnie \
        Tilly Darcey Nancy Florence Matilda Esmé Thea Rosie Alisha Keira Leah Abi
        """,
      boys: """
        Jack Alfie Tyler Kai Riley Mason Logan Archie Callum Harvey Jayden Corey Connor Kian Ethan \
        Finley Leo Charlie Ryan Owen Reece Bradley Jake Luke Nathan Aaron Toby Billy Dylan Rhys \
        Theo Oscar Freddie Tommy-Lee Jaxon Cameron Brandon Liam Declan Ben Sam Alex Joshua Lewis \
        Kieran Zak Ellis Bailey Frankie Jude Rory Seán Osian Harley Cody Miles George Stanley Albie
        """,
      surnames: """
        Ackerley Barlow Bickerstaffe Brocklehurst Cartwright Crompton Dewhurst Entwistle Fairclough \
        Greenhalgh Hargreaves Haydock Holt Hodgkinson Kershaw Lomax Marsden Nuttall Ormerod Pilling \
        Ramsbottom Rigby Rothwell Shuttleworth Slater Tattersall Thistlewood Unsworth Whittle \
        Yates Ashworth Bamford Birtwistle Clegg Duckworth Eastham Fielding Grimshaw Heyes Isherwood \
        Jolley Kay Leyland Makin Norris Openshaw Parkinson Quigley Riding Seddon Tyldesley \
        Walmsley Wolstenholme Bright-Cole Hale-Turner Smith Jones Taylor Brown Evans O’Hara O’Neill \
        McGrath Fitzgerald Byrne Davies Hughes Llewellyn MacLeod Sinclair
        """),
    Pool(
      "APKN APKN APKN MWAS", 11,
      girls: """
        Aisha Zainab Maryam Hafsa Fatima Iqra Amina Sumaiyah Laiba Zara Noor Alishba Khadija Hira \
        Safiyyah Inaya
        """,
      boys: """
        Muhammad Ibrahim Hamza Bilal Yusuf Zayn Ayaan Haroon Usman Ismail Adam Rayyan Danyal Zakariya \
        Mustafa Eesa
        """,
      surnames: """
        Hussain Khan Ahmed Akhtar Mahmood Iqbal Malik Shah Bashir Rafiq Aslam Mirza Chaudhry Qureshi \
        Butt Zaman
        """),
    Pool(
      "ABAN AIND AIND AOTH", 6,
      girls: "Ananya Diya Priya Riya Nusrat Tasnim Mahira Jasleen Simran Kavya Tanisha Sharmin",
      boys: "Arjun Aarav Rohan Dev Tahmid Rahim Nabil Harpreet Gurveer Karan Sahil Ishaan",
      surnames:
        "Begum Uddin Miah Patel Singh Kaur D’Souza Sharma Chowdhury Islam Fernandes Rao Gill"),
    Pool(
      "BAFR BAFR BAFR MWBA", 6,
      girls: "Adaeze Temitope Abena Fatou Blessing Chiamaka Amara Zuri Hodan Ifrah Ayomide Nyasha",
      boys:
        "Emeka Kwame Oluwaseun Kofi Tinashe Abdirahman Chidi Samuel Ayodele Daniel Liban Tendai",
      surnames: """
        Adeyemi Okafor Mensah Boateng Osei Nwosu Abdi Farah Warsame Moyo Chukwu Olatunji Diallo \
        Asante Ncube
        """),
    Pool(
      "BCRB MWBC BOTH", 4,
      girls: "Shanice Tiana Nevaeh Jada Kiara Renée Aaliyah Monique Tamia",
      boys: "Jerome Tyrese Malachi Marlon Dante André Kymani Isaiah Jaheim",
      surnames: "Campbell Grant Gordon Bailey Reid Clarke Francis Morrison St.Clair Lewin Thompson"),
    Pool(
      "WOTH", 7,
      girls: "Zuzanna Oliwia Maja Weronika Alžběta Ioana Andreea Sofia Nikola Julia Daryna Gabija",
      boys: "Jakub Kacper Łukasz Szymon Filip Andrei Ștefan Matei Denys Jonas Dawid Tomáš João",
      surnames: """
        Kowalski Nowak Wiśniewska Wójcik Zieliński Popescu Ionescu Dumitrașcu Kovalenko Shevchuk \
        Novák Kazlauskas Gonçalves Ferreira Horváth Lewandowska
        """),
    Pool(
      "WIRT WROM", 2.4,
      girls: "Shelby Mary-Kate Bridget Esmeralda Violet Saphira Kizzy",
      boys: "Paddy Levi Elijah Miley-James Johnny Hughie Nelson",
      surnames: "Doherty Ward McDonagh Connors Lee Boswell Hearne Lovell"),
    Pool(
      "CHNE OOTH AOTH", 2.6,
      girls: "Mei-Ling Linh Yasmin Leila Shirin Hana Dilan Mai Rojin",
      boys: "Minh Jun Omid Karwan Baran Sami Emre Wei Rebin",
      surnames: "Chen Nguyen Hosseini Ali Karim Yılmaz Demir Wong Aziz Rahimi Tran"),
    Pool(
      "WIRI WBRI MWBC", 3,
      girls: "Aoife Saoirse Ciara Róisín Clodagh Gráinne",
      boys: "Oisín Cillian Fionn Darragh Eoin Pádraig",
      surnames: "O’Sullivan Ó’Briain Gallagher Kavanagh Nic-Ginley McAuliffe Delaney O’Dowd"),
  ]

  private static let weights = pools.map(\.weight)

  /// One made-up name with its background.
  struct Person {
    var forename: String
    var surname: String
    var ethnicity: String
  }

  /// A child's name; `isGirl` decides from which list the forename comes.
  static func child(isGirl: Bool, _ dice: inout Dice) -> Person {
    let pool = pools[dice.weighted(weights)]
    var surname = dice.pick(pool.surnames)
    if dice.chance(0.05) {
      let second = dice.pick(pools[0].surnames)
      if second != surname && !surname.contains("-") { surname += "-" + second }
    }
    return Person(
      forename: dice.pick(isGirl ? pool.girls : pool.boys), surname: surname,
      ethnicity: dice.chance(0.02) ? "NOBT" : dice.pick(pool.ethnicities))
  }

  /// The name of somebody who works with children: an officer, a social worker, a visitor.
  static func adult(_ dice: inout Dice) -> String {
    let pool = pools[dice.weighted(weights)]
    return dice.pick(dice.chance(0.68) ? pool.girls : pool.boys) + " " + dice.pick(pool.surnames)
  }

  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }
}
