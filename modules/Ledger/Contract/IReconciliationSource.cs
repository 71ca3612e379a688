namespace Cryptocardium.Ledger.Contract;

/// <summary>
/// The balances and events that follow from the rows of a module. Reconciliation compares them with the books and the outbox, all read in one
/// snapshot.
/// </summary>
public interface IReconciliationSource
{
    /// <summary>The balances that follow from the rows of the module.</summary>
    ValueTask<IReadOnlyList<Subledger>> Balances();

    /// <summary>The numbers of events that follow from the rows of the module.</summary>
    /// <param name="journals">The number of journals of each type.</param>
    ValueTask<IReadOnlyList<EventCount>> Events(IReadOnlyDictionary<string, long> journals);
}
