namespace Cryptocardium.Ledger.Contract;

/// <summary>Posting where the money is known to be there.</summary>
public static class CoveredPosting
{
    /// <summary>Posts a journal that takes only what a locked card or an earlier journal of the same matter holds.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="journal">What to post.</param>
    /// <returns>The balances after it.</returns>
    /// <exception cref="InvalidOperationException">An account has less: the rows and the books contradict each other, and nothing is committed.</exception>
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
