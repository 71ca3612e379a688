using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Handlers;
using Cryptocardium.Treasury.Rails;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Jobs;

// Asks the chains, while no lock is held. A transfer that a chain has forgotten is sent once more, with the bytes it had.
internal sealed partial class WatchPayoutsPreparation(
    Unit unit, ChainRails rails, PayoutConclusion conclusion, PayoutSightings sightings, ILogger<WatchPayoutsPreparation> logger)
    : IPreparation<WatchPayouts>
{
    private const int Batch = 200;

    public async ValueTask<Error?> Prepare(WatchPayouts message, CancellationToken cancellationToken)
    {
        sightings.Final.Clear();
        var forgotten = new List<Payout>();
        var sent = await Sent(message.After, cancellationToken);
        foreach (var payout in sent)
        {
            await Try(payout, async () =>
            {
                var sighting = await rails.For(payout.Mode).Find(payout);
                if (conclusion.IsFinal(payout, sighting))
                {
                    sightings.Final.Add(payout.Id, sighting);
                }
                else if (sighting.Kind == SightingKind.Unknown)
                {
                    forgotten.Add(payout);
                }
            });
        }

        sightings.Next = sent.Count == Batch ? sent[^1].Id : WatchPayouts.Start;
        await unit.DisposeAsync();
        foreach (var payout in forgotten)
        {
            await Try(payout, () => rails.For(payout.Mode).Broadcast(payout));
        }

        return null;
    }

    private async ValueTask Try(Payout payout, Func<ValueTask> ask)
    {
        try
        {
            await ask();
        }
#pragma warning disable CA1031 // one chain that does not answer must not keep the others from being asked; it is asked again in its turn
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogUnanswered(logger, payout.Id, payout.Chain, exception);
        }
    }

    private async ValueTask<List<Payout>> Sent(string after, CancellationToken cancellationToken)
    {
        var ids = await unit.Query(PayoutSql.SentAfter, static row => row.GetString(0), after, Batch);
        return ids.Count == 0
            ? []
            : await (await unit.Set<Payout>()).Where(payout => ids.Contains(payout.Id)).OrderBy(payout => payout.Id).ToListAsync(cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Error, "What became of payout {Payout} cannot be told: {Chain} does not answer.")]
    private static partial void LogUnanswered(ILogger logger, string payout, string chain, Exception exception);
}
