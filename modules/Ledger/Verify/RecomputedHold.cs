namespace Cryptocardium.Ledger.Verify;

// What a hold's row says, and what its journals make of it.
internal sealed class RecomputedHold(UnverifiedHold? row)
{
    private long open;

    public long LastJournal { get; private set; }

    public void Apply(HoldMove move)
    {
        open += move.Amount;
        LastJournal = move.JournalNo;
    }

    /// <returns>What of the row is not the journals'; null when all is.</returns>
    public string? FaultOf(string id, string heldCode) =>
        row is null ? $"the hold {id} is missing"
        : row.Unreadable is { } column ? $"the {column} of the hold {id} cannot be read"
        : row.HeldCode != heldCode ? $"the hold {id} is not on the account that holds its money"
        : row.Open != open ? $"the hold {id} shows another open amount than its journals leave"
        : null;
}
