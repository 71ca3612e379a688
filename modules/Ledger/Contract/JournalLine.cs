using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>One line of a journal.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">Positive for a credit, negative for a debit.</param>
public readonly record struct JournalLine(ChartAccount Account, Usd Amount)
{
    /// <summary>The growth of the balance.</summary>
    public Usd Growth => Account.Class.IsDebit ? -Amount : Amount;
}
