using System.Collections.Concurrent;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// What months came to, so that whoever pages through a statement has it summed once. A closed month does not change; an open one is
// summed again when its customer's accounts have more entries than they had.
internal sealed class StatementSums
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(AccountId Owner, Mode Mode, Period Period), (long? EntryCount, IReadOnlyList<MonthOfClass> Kinds)> kept = new();

    /// <param name="owner">Whose month it is.</param>
    /// <param name="mode">The book.</param>
    /// <param name="period">The month.</param>
    /// <param name="entryCount">How many entries the customer's accounts have; null when the month is closed.</param>
    public IReadOnlyList<MonthOfClass>? Find(AccountId owner, Mode mode, Period period, long? entryCount) =>
        kept.TryGetValue((owner, mode, period), out var found) && found.EntryCount == entryCount ? found.Kinds : null;

    public void Keep(AccountId owner, Mode mode, Period period, long? entryCount, IReadOnlyList<MonthOfClass> kinds)
    {
        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        kept[(owner, mode, period)] = (entryCount, kinds);
    }
}
