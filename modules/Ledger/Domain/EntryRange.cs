namespace Cryptocardium.Ledger.Domain;

// A range of entries in one direction. Times are in Unix milliseconds; From is inclusive, Until and After are exclusive.
internal readonly record struct EntryRange(long From, long Until, EntryPoint? After, bool Descending)
{
    public static readonly EntryRange Everything = new(0, long.MaxValue, null, Descending: true);

    /// <summary>The bounds over all ledger accounts, both exclusive. Numbers and sequences begin at 1.</summary>
    public (EntryPoint Low, EntryPoint High) Bounds
    {
        get
        {
            var (low, high) = (new EntryPoint(From, 0, 0), new EntryPoint(Until, 0, 0));
            return After is not { } point ? (low, high)
                : Descending ? (low, point.CompareTo(high) < 0 ? point : high)
                : (point.CompareTo(low) > 0 ? point : low, high);
        }
    }

    public bool Contains(EntryPoint point)
    {
        var (low, high) = Bounds;
        return point.CompareTo(low) > 0 && point.CompareTo(high) < 0;
    }

    /// <summary>The bounds for one ledger account, ordered by time and sequence. Both are exclusive.</summary>
    public ((long At, long Seq) Low, (long At, long Seq) High) Of(long account)
    {
        var (low, high) = Bounds;
        return ((low.PostedAt, SequenceIn(low, account)), (high.PostedAt, SequenceIn(high, account)));
    }

    // At the time of the bound, all entries of a lower ledger account are before it and all of a higher one after it.
    private static long SequenceIn(EntryPoint bound, long account) =>
        account == bound.AccountNo ? bound.AccountSeq : account < bound.AccountNo ? long.MaxValue : 0;
}
