/// Something kept beside the records that follows from them, and is refreshed with every change.
struct Derivation: Sendable {
  /// Works out again what follows from the records touched, inside the change's transaction.
  let refresh: @Sendable (Touched, Caseload) throws(StoreError) -> Void

  /// Every derivation, in the order in which they are refreshed: later ones may read earlier ones.
  static let all: [Derivation] = [.board]
}
