namespace Cryptocardium.Ledger.Domain;

// Where an entry stands in the one order of a customer's entries: by time, then by account, then by place in the account.
internal readonly record struct EntryPoint(long PostedAt, long AccountNo, long AccountSeq) : IComparable<EntryPoint>
{
    public int CompareTo(EntryPoint other) =>
        (PostedAt, AccountNo, AccountSeq).CompareTo((other.PostedAt, other.AccountNo, other.AccountSeq));
}
