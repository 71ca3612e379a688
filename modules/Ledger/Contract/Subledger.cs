using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>All balances of one class of accounts, as a module's rows say they should be; an account that is not named is empty.</summary>
/// <param name="Class">The line of the chart, <c>U.pend</c>.</param>
/// <param name="Balances">The balances.</param>
public sealed record Subledger(string Class, IReadOnlyDictionary<ChartAccount, Usd> Balances);
