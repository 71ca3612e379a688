using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;

namespace Cryptocardium.Ledger.Domain;

// Checks that a journal is as it was posted: its position in the chain, its hash, and the rules for its entries.
internal static class JournalCheck
{
    /// <param name="journal">The journal.</param>
    /// <param name="sequence">The sequence of the previous journal.</param>
    /// <param name="hash">The hash of the previous journal.</param>
    /// <returns>The first fault as a text; null when there is none.</returns>
    public static string? FaultOf(UnverifiedJournal journal, long sequence, byte[] hash)
    {
        var number = journal.Facts.No;
        return JournalNumber.SequenceOf(number) > sequence + 1 ? "it is missing"
            : JournalNumber.SequenceOf(number) <= sequence ? "it stands where another journal stands"
            : journal.Unreadable is { } column ? $"its {column} cannot be read"
            : (number & 1) != (journal.Facts.Mode == Mode.Live ? 1 : 0) ? "it stands in the other book"
            : !journal.PrevHash.AsSpan().SequenceEqual(hash) ? "it does not continue the chain"
            : FaultOfLines(journal) is { } fault ? fault
            : !journal.Hash.AsSpan().SequenceEqual(Hash(journal)) ? "its hash is not that of its contents"
            : journal.Lines.Aggregate(Usd.Zero, (sum, line) => sum + line.Facts.Amount) != Usd.Zero ? "its entries do not sum to zero"
            : journal.Lines.Select(FaultOfOrder).FirstOrDefault(order => order is not null);
    }

    private static string? FaultOfLines(UnverifiedJournal journal)
    {
        if (journal.Lines.Count < 2)
        {
            return "it has not got its entries";
        }

        foreach (var line in journal.Lines)
        {
            var fault = line.Unreadable is { } column ? $"the {column} of an entry cannot be read"
                : line.Account is not { } account ? "an account of its entries is gone"
                : line.PostedAt != journal.Facts.PostedAt.ToUnixTimeMilliseconds() ? "an entry has another time"
                : (line.Facts.AccountNo & 1) != (journal.Facts.No & 1) ? "it crosses books"
                : ChartCheck.FaultOf(account) is { } other ? other
                : line.OwnerKey != OwnerKey.Of(account.Class, account.Owner, account.Mode) ? $"an entry of {account.Code} is not among its owner's"
                : null;
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    // Checked only if the previous entry was read. The command verify checks the order account by account instead.
    private static string? FaultOfOrder(UnverifiedEntry line)
    {
        if (line.Before is not { } before)
        {
            return null;
        }

        return line.Facts.AccountSeq != before.AccountSeq + 1 ? $"an entry of {line.Facts.Code} does not follow the one before it"
            : line.PostedAt < before.PostedAt ? $"an entry of {line.Facts.Code} is earlier than the one before it"
            : line.Facts.BalanceAfter != before.BalanceAfter + line.Growth ? $"the balance of {line.Facts.Code} after it is not the sum"
            : line.Account!.Floor is { } floor && line.Facts.BalanceAfter.Micros < floor ? $"{line.Facts.Code} falls below its floor"
            : null;
    }

    private static byte[] Hash(UnverifiedJournal journal) =>
        JournalHash.Compute(journal.PrevHash, journal.Facts, [.. journal.Lines.Select(line => line.Facts)]);
}
