namespace Cryptocardium.Ledger.Contract;

/// <summary>A line of the chart of accounts.</summary>
/// <param name="Code">The code, <c>U.avail</c>.</param>
/// <param name="IsDebit">Whether debits increase it: assets, expenses and expectations. All others grow by credits.</param>
/// <param name="HasFloor">Whether its balance may never fall below zero; only equity is free.</param>
/// <param name="IsVisible">Whether a customer sees its balance, which then is whole cents.</param>
/// <param name="IsStriped">Whether each writer keeps a part of its own, so that writers do not queue for one row.</param>
public sealed record AccountClass(string Code, bool IsDebit = false, bool HasFloor = true, bool IsVisible = false, bool IsStriped = false)
{
    /// <summary>Credits to it first pay what its owner owes.</summary>
    public bool IsSwept => Code is "U.avail" or "C.avail";
}
