namespace Cryptocardium.Ledger.Verify;

// The row of a hold, and the open amount recomputed from its journals.
internal sealed class RecomputedHold(UnverifiedHold? row)
{
    private long open;

    public long LastJournal { get; private set; }

    public void Apply(HoldMove move)
    {
        open += move.Amount;
        LastJournal = move.JournalNo;
    }

    /// <returns>The first difference between row and journals; null when there is none.</returns>
    public string? FaultOf(string id, string heldCode) =>
        row is null ? $"the hold {id} is missing"
        : row.Unreadable is { } column ? $"the {column} of the hold {id} cannot be read"
        : row.HeldCode != heldCode ? $"the hold {id} is not on the account that holds its money"
        : row.Open != open ? $"the hold {id} shows another open amount than its journals leave"
        : null;
}
