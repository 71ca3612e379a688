using System.Diagnostics.CodeAnalysis;
using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>The result of posting a journal: the balances afterwards, or a shortfall.</summary>
/// <param name="shortfall">The shortfall, if nothing was posted.</param>
/// <param name="balances">The balances of the accounts of the journal, by code.</param>
/// <param name="journalId">The id of the journal; empty if nothing was posted.</param>
public sealed class Posting(Shortfall? shortfall, IReadOnlyDictionary<string, Usd> balances, string journalId)
{
    /// <summary>The id of the journal; empty if nothing was posted.</summary>
    public string JournalId { get; } = journalId;

    /// <summary>Whether a balance was too low, in which case nothing was posted.</summary>
    public bool FellShort([NotNullWhen(true)] out Shortfall? missing)
    {
        missing = shortfall;
        return missing is not null;
    }

    /// <summary>The balance of an account of the journal.</summary>
    public Usd BalanceOf(ChartAccount account) => balances[account.Code];
}
