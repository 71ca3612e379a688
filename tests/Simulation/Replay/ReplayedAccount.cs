namespace Cryptocardium.Tests.Simulation.Replay;

/// <summary>An account of the ledger, rebuilt from its entries.</summary>
internal sealed class ReplayedAccount(long no, string code, bool isDebit, long? floor)
{
    public long No => no;

    /// <summary>The stored code, including the stripe of the writer: <c>live:R.rail/0</c>.</summary>
    public string Code => code;

    /// <summary>The code without the stripe.</summary>
    public string ChartCode { get; } = code.Split('/')[0];

    public long Balance { get; private set; }

    public long Sequence { get; private set; }

    /// <summary>Applies the next entry and requires its sequence and its balance afterwards.</summary>
    /// <returns>The change of the balance.</returns>
    public long Take(Entry entry)
    {
        var growth = isDebit ? -entry.Amount : entry.Amount;
        Sequence++;
        Balance += growth;
        Assert.True(entry.AccountSequence == Sequence, $"{code} goes from entry {Sequence - 1} to {entry.AccountSequence}.");
        Assert.True(entry.BalanceAfter == Balance, $"{code} shows {entry.BalanceAfter} after entry {Sequence}; the sum is {Balance}.");
        Assert.True(floor is null || Balance >= floor, $"{code} fell to {Balance}.");
        return growth;
    }

    /// <summary>Requires that the row of the account matches its entries.</summary>
    public void IsCachedAs(long balance, long sequence) => Assert.True(
        balance == Balance && sequence == Sequence,
        $"{code} is stored as {balance} after {sequence} entries; its entries make {Balance} after {Sequence}.");
}
