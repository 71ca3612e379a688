namespace Cryptocardium.Ledger.Contract;

/// <summary>
/// What a module's own rows say about the books. The reconciliation compares it with what was posted and with what was told;
/// all of it is read from one snapshot of the database.
/// </summary>
public interface IReconciliationSource
{
    /// <summary>Balances that follow from the module's rows.</summary>
    ValueTask<IReadOnlyList<Subledger>> Balances();

    /// <summary>How often each thing happened that an event tells of.</summary>
    /// <param name="journals">How many journals there are of each kind.</param>
    ValueTask<IReadOnlyList<EventCount>> Events(IReadOnlyDictionary<string, long> journals);
}
