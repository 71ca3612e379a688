using System.Diagnostics.CodeAnalysis;
using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>What became of a journal: the balances after it, or the shortfall because of which nothing was posted.</summary>
/// <param name="shortfall">Set when nothing was posted.</param>
/// <param name="balances">The balances of the accounts that the journal touched.</param>
public sealed class Posting(Shortfall? shortfall, IReadOnlyDictionary<string, Usd> balances)
{
    /// <summary>Whether an account had too little, in which case nothing was posted.</summary>
    public bool FellShort([NotNullWhen(true)] out Shortfall? missing)
    {
        missing = shortfall;
        return missing is not null;
    }

    /// <summary>The balance of an account that the journal touched.</summary>
    public Usd BalanceOf(ChartAccount account) => balances[account.Code];
}
