namespace Cryptocardium.Ledger.Contract;

/// <summary>Posts journals whose money is known to be there.</summary>
public static class CoveredPosting
{
    /// <summary>Posts a journal that debits only money that a locked card or an earlier journal holds.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="journal">The journal.</param>
    /// <returns>The balances after it.</returns>
    /// <exception cref="InvalidOperationException">A balance is too low: rows and books contradict each other, and nothing is committed.</exception>
    public static async ValueTask<Posting> PostOrThrow(this ILedger ledger, Journal journal)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(journal);
        var posting = await ledger.Post(journal);
        return posting.FellShort(out var missing)
            ? throw new InvalidOperationException($"{journal.OperationKey} falls short on {missing.Account}.")
            : posting;
    }
}
