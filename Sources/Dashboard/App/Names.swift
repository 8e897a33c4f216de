import AlternativeProvision
import CaseStore

// Two names that the toolkit has too: here they mean the domain's and the store's.
typealias Share = AlternativeProvision.Share
typealias SortKey<Column: Hashable & Sendable> = CaseStore.SortKey<Column>
