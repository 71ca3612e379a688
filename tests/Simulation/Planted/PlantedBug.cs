using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Tests.Simulation.Planted;

/// <summary>One wrong posting: the n-th journal of a kind, put wrong in one way.</summary>
/// <param name="kind">The kind of journal.</param>
/// <param name="after">How many journals of the kind are posted rightly before.</param>
/// <param name="wrong">What is wrong with it.</param>
internal sealed class PlantedBug(string kind, int after, string wrong)
{
    private int seen;
    private string? spoiled;

    /// <summary>Whether the bug has done its damage.</summary>
    public bool IsSown => spoiled is not null;

    /// <summary>The journal as it should be, or, once, as it should not.</summary>
    public Journal Spoil(Journal journal)
    {
        // A retry of the same work posts under the same key, and is as wrong as before.
        if (journal.Kind != kind || (journal.OperationKey != spoiled && (IsSown || seen++ < after)))
        {
            return journal;
        }

        spoiled = journal.OperationKey;
        return Wrong(journal);
    }

    /// <summary>The journal was not posted: the next one is spoilt instead.</summary>
    public void Withdraw(Journal journal) => spoiled = journal.OperationKey == spoiled ? null : spoiled;

    private Journal Wrong(Journal journal)
    {
        var spoilt = new Journal(journal.Kind, journal.OperationKey, journal.Mode);
        foreach (var line in journal.Lines)
        {
            var account = wrong == "to rounding" && !line.Account.Class.IsVisible && line.Amount > Usd.Zero
                ? Book.Rounding(journal.Mode)
                : line.Account;
            spoilt.Credit(account, line.Amount + Shift(line, journal));
        }

        return spoilt;
    }

    // A cent less leaves the payer, and a cent less arrives at the programme: the journal still balances.
    private Usd Shift(JournalLine line, Journal journal) => (wrong, line) switch
    {
        ("a cent less", { Amount.Micros: < 0 }) when line == journal.Lines.First(first => first.Amount < Usd.Zero) => Usd.FromCents(1),
        ("a cent less", { Amount.Micros: > 0 }) when line == journal.Lines.Last(last => last.Amount > Usd.Zero) => -Usd.FromCents(1),
        _ => Usd.Zero,
    };
}
