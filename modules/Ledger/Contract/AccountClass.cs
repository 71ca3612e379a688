namespace Cryptocardium.Ledger.Contract;

/// <summary>A class of the chart of accounts.</summary>
/// <param name="Code">The code, <c>U.avail</c>.</param>
/// <param name="IsDebit">Whether debits increase it: assets, expenses and expectations. All others grow by credits.</param>
/// <param name="HasFloor">Whether its balance may never fall below zero; true for all but equity.</param>
/// <param name="IsVisible">Whether customers see its balance, which then is in whole cents.</param>
/// <param name="IsStriped">Whether each writer has a row of its own, so that writers do not wait for one row.</param>
public sealed record AccountClass(string Code, bool IsDebit = false, bool HasFloor = true, bool IsVisible = false, bool IsStriped = false)
{
    /// <summary>Whether a credit first pays the receivable of the owner.</summary>
    public bool IsSwept => Code is "U.avail" or "C.avail";

    /// <summary>Whether it is part of the balance of a treasury.</summary>
    public bool IsTreasury => Code is "U.avail" or "U.pend";
}
