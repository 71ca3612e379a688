using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Tests.Simulation.Planted;

/// <summary>Plants one wrong posting: the n-th journal of a type, changed in one way.</summary>
/// <param name="type">The type of journal.</param>
/// <param name="after">The number of correct journals of the type before it.</param>
/// <param name="wrong">The way in which the journal is wrong.</param>
internal sealed class PlantedBug(string type, int after, string wrong)
{
    private int seen;
    private string? spoiled;

    /// <summary>Whether the wrong journal was posted.</summary>
    public bool IsSown => spoiled is not null;

    /// <summary>Returns the journal unchanged, or changed for the planted one.</summary>
    public Journal Spoil(Journal journal)
    {
        // A retry of the same work posts under the same key and is changed again.
        if (journal.Type != type || (journal.OperationKey != spoiled && (IsSown || seen++ < after)))
        {
            return journal;
        }

        spoiled = journal.OperationKey;
        return Wrong(journal);
    }

    /// <summary>Records that the journal was not posted, so that the next one is changed instead.</summary>
    public void Withdraw(Journal journal) => spoiled = journal.OperationKey == spoiled ? null : spoiled;

    private Journal Wrong(Journal journal)
    {
        var altered = new Journal(journal.Type, journal.OperationKey, journal.Mode, journal.Source);
        foreach (var line in journal.Lines)
        {
            var account = wrong == "to rounding" && !line.Account.Class.IsVisible && line.Amount > Usd.Zero
                ? Chart.Rounding(journal.Mode)
                : line.Account;
            altered.Credit(account, line.Amount + Shift(line, journal));
        }

        return altered;
    }

    // A cent less is debited from the payer and a cent less is credited to the program, so the journal still balances.
    private Usd Shift(JournalLine line, Journal journal) => (wrong, line) switch
    {
        ("a cent less", { Amount.Micros: < 0 }) when line == journal.Lines.First(first => first.Amount < Usd.Zero) => Usd.FromCents(1),
        ("a cent less", { Amount.Micros: > 0 }) when line == journal.Lines.Last(last => last.Amount > Usd.Zero) => -Usd.FromCents(1),
        _ => Usd.Zero,
    };
}
