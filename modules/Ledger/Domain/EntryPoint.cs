using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// Where an entry stands in the one order of a customer's entries: by time, then by account, then by place in the account.
internal readonly record struct EntryPoint(long PostedAt, long AccountNo, long AccountSeq) : IComparable<EntryPoint>
{
    /// <summary>The book that the account's number says.</summary>
    public Mode Mode => (Mode)(AccountNo & 1);

    public int CompareTo(EntryPoint other) =>
        (PostedAt, AccountNo, AccountSeq).CompareTo((other.PostedAt, other.AccountNo, other.AccountSeq));
}
