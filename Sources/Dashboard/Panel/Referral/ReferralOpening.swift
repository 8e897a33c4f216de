import AlternativeProvision
import CaseStore
import TerminalUI

extension ReferralScreen {
  /// Opens a referral that is on file; a message where it can't be read.
  static func opening(_ id: Identifier<Referral>, desk: Desk) -> Outcome {
    do throws(StoreError) {
      guard let referral = try desk.caseload.referral(id),
        let pupil = try desk.caseload.pupil(referral.pupil)
      else { return .message(Message(.warning, "That referral is no longer there.")) }
      return .push(
        ReferralScreen(
          referral, id: id, pupil: Stored(id: referral.pupil, value: pupil), desk: desk))
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  /// Begins a referral of a child, or opens the one that is being written or waits already.
  static func beginning(
    _ pupil: Identifier<Pupil>, file: Identifier<Case>?, desk: Desk
  ) -> Outcome {
    do throws(StoreError) {
      let known = try desk.caseload.referrals(of: pupil).first { $0.value.isUndecided }
      if let known { return opening(known.id, desk: desk) }
      guard let child = try desk.caseload.pupil(pupil) else {
        return .message(Message(.warning, "That child is no longer there."))
      }
      var referral = Referral(
        pupil: pupil, receivedOn: desk.today, referrer: "", route: .emotionallyBasedAbsence)
      referral.school = child.school
      if let file, let found = try desk.caseload.file(file) {
        referral.file = file
        referral.route = found.route
      }
      return .push(
        ReferralScreen(referral, id: nil, pupil: Stored(id: pupil, value: child), desk: desk))
    } catch {
      return .message(Message(.error, error.description))
    }
  }
}
