namespace Cryptocardium.Ledger.Domain;

// Which entries, and from where on. Times are in milliseconds; From is within the range, Until is not, After is not.
internal readonly record struct EntryRange(long From, long Until, EntryPoint? After, bool Descending)
{
    public static readonly EntryRange Everything = new(0, long.MaxValue, null, Descending: true);

    /// <summary>What the range means for all accounts together. Neither end is within it; numbers and places begin at 1.</summary>
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

    /// <summary>What the range means for one account, whose order is by time and place alone. Neither end is within it.</summary>
    public ((long At, long Seq) Low, (long At, long Seq) High) Of(long account)
    {
        var (low, high) = Bounds;
        return ((low.PostedAt, Place(low, account)), (high.PostedAt, Place(high, account)));
    }

    // Of an account that stands before another one at the same time, all places do.
    private static long Place(EntryPoint bound, long account) =>
        account == bound.AccountNo ? bound.AccountSeq : account < bound.AccountNo ? long.MaxValue : 0;
}
