namespace Cryptocardium.Ledger.Contract;

/// <summary>A part of the ledger that is not as it was posted, and the first journal that shows it.</summary>
/// <param name="JournalId">The id of the journal; empty when it is missing.</param>
/// <param name="Lane">The lane of the journal.</param>
/// <param name="Sequence">The sequence in the lane; 0 when no journal is at fault.</param>
/// <param name="Type">The type, <c>card_load</c>; empty when the journal is missing.</param>
/// <param name="What">The fault, as a sentence without its full stop.</param>
public sealed record LedgerFault(string JournalId, int Lane, long Sequence, string Type, string What)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var journal = Sequence == 0 ? "" : $"{(JournalId.Length == 0 ? "a journal that is gone" : JournalId)}, lane {Lane}, sequence {Sequence}";
        return $"{journal}{(Type.Length == 0 ? "" : $", {Type}")}{(journal.Length == 0 ? "" : ": ")}{What}.";
    }
}
