namespace Cryptocardium.Ledger.Domain;

// Which entries, and from where on. Times are in milliseconds; From is within the range, Until is not, After is not.
internal readonly record struct EntryRange(long From, long Until, EntryPoint? After, bool Descending)
{
    public static readonly EntryRange Everything = new(0, long.MaxValue, null, Descending: true);

    /// <summary>What the range means for one account, whose order is by time and place alone. Neither end is within it.</summary>
    public ((long At, long Seq) Low, (long At, long Seq) High) Of(long account)
    {
        // Places begin at 1, so nothing stands at 0.
        var (low, high) = ((From, 0L), (Until, 0L));
        if (After is not { } point)
        {
            return (low, high);
        }

        if (Descending)
        {
            var last = account < point.AccountNo ? long.MaxValue : account == point.AccountNo ? point.AccountSeq : 0;
            return (low, Least((point.PostedAt, last), high));
        }

        var first = account > point.AccountNo ? 0 : account == point.AccountNo ? point.AccountSeq : long.MaxValue;
        return (Greatest((point.PostedAt, first), low), high);
    }

    private static (long, long) Least((long, long) left, (long, long) right) => left.CompareTo(right) < 0 ? left : right;

    private static (long, long) Greatest((long, long) left, (long, long) right) => left.CompareTo(right) > 0 ? left : right;
}
