using System.Collections.Concurrent;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Caches the sums of months, so that the pages of a statement are summed once. A closed month never changes; an open month is summed again
// when the number of entries of the customer has changed.
internal sealed class StatementSums
{
    private const int MonthsMax = 10_000;

    private readonly ConcurrentDictionary<(AccountId Owner, Mode Mode, Period Period), (long? EntryCount, IReadOnlyList<MonthOfClass> Classes)> months = new();

    /// <param name="owner">The customer.</param>
    /// <param name="mode">The book.</param>
    /// <param name="period">The month.</param>
    /// <param name="entryCount">The number of entries of the customer; null when the month is closed.</param>
    public IReadOnlyList<MonthOfClass>? Find(AccountId owner, Mode mode, Period period, long? entryCount) =>
        months.TryGetValue((owner, mode, period), out var found) && found.EntryCount == entryCount ? found.Classes : null;

    public void Keep(AccountId owner, Mode mode, Period period, long? entryCount, IReadOnlyList<MonthOfClass> classes)
    {
        if (months.Count >= MonthsMax)
        {
            months.Clear();
        }

        months[(owner, mode, period)] = (entryCount, classes);
    }
}
