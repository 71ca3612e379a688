using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Contract;

/// <summary>The balances of all accounts of a class that follow from the rows of a module; other accounts are zero.</summary>
/// <param name="Class">The code of the class, <c>U.pend</c>.</param>
/// <param name="Balances">The balances.</param>
public sealed record Subledger(string Class, IReadOnlyDictionary<ChartAccount, Usd> Balances);
