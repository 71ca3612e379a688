namespace Cryptocardium.Ledger.Contract;

/// <summary>Something in the ledger that is not as it was posted, and the journal at which that shows.</summary>
/// <param name="JournalId">The journal's id; empty when it is gone.</param>
/// <param name="Lane">The chain that it stands in.</param>
/// <param name="Sequence">Its place in the chain; 0 when no journal is at fault.</param>
/// <param name="Kind">What it records, <c>card_load</c>; empty when it is gone.</param>
/// <param name="What">What is wrong, in a sentence without its full stop.</param>
public sealed record LedgerFault(string JournalId, int Lane, long Sequence, string Kind, string What)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var journal = Sequence == 0 ? "" : $"{(JournalId.Length == 0 ? "a journal that is gone" : JournalId)}, lane {Lane}, sequence {Sequence}";
        return $"{journal}{(Kind.Length == 0 ? "" : $", {Kind}")}{(journal.Length == 0 ? "" : ": ")}{What}.";
    }
}
