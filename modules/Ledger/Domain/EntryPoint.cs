using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// The position of an entry among all entries of a customer: by time, ledger account and sequence in it.
internal readonly record struct EntryPoint(long PostedAt, long AccountNo, long AccountSeq) : IComparable<EntryPoint>
{
    /// <summary>The book, which the number of the ledger account carries.</summary>
    public Mode Mode => (Mode)(AccountNo & 1);

    public int CompareTo(EntryPoint other) =>
        (PostedAt, AccountNo, AccountSeq).CompareTo((other.PostedAt, other.AccountNo, other.AccountSeq));
}
