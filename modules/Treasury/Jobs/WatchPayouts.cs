using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Transfers;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Jobs;

// Asks a chain for sent payouts, a batch each second, in order of ids. After is the last id of the previous batch. A payout that is not
// final is only read and costs no write.
internal sealed record WatchPayouts(Mode Mode, string Chain, string After) : IQuery<Result<PayoutObservations>>
{
    public const string Start = "";

    public static Job Job(Mode mode, string chain)
    {
        var after = Start;
        return new Job($"watch_payouts:{mode.Text()}:{chain}", TimeSpan.FromSeconds(1), async (sender, token) =>
        {
            var observations = (await sender.Send(new WatchPayouts(mode, chain, after), token)).Value;
            after = observations.Next;
            await Follow(sender, observations, token);
            return false;
        });
    }

    // Concludes final payouts, broadcasts unknown ones again with the same bytes, and sets unanswered ones aside.
    private static async ValueTask Follow(JobSender sender, PayoutObservations observations, CancellationToken token)
    {
        foreach (var (id, observation) in observations.Final)
        {
            await PayoutAttempt.Run(sender, id, async () => (await sender.Send(new ConcludePayout(id, observation), token)).Value);
        }

        foreach (var (id, fence) in observations.Forgotten)
        {
            await PayoutAttempt.Run(sender, id, async () => (await sender.Send(new SendPayout(id, fence), token)).Value);
        }

        foreach (var (id, reason) in observations.Unanswered)
        {
            await sender.Send(new SetAsidePayout(id, reason), CancellationToken.None);
        }
    }
}

internal sealed class WatchPayoutsHandler(UnitOfWork unit, ChainRails rails, PayoutConclusion conclusion)
    : IQueryHandler<WatchPayouts, Result<PayoutObservations>>
{
    private const int Batch = 200;

    // After so many unanswered requests the chain is not asked again in this run.
    private const int UnansweredMost = 3;

    public async ValueTask<Result<PayoutObservations>> Handle(WatchPayouts query, CancellationToken cancellationToken)
    {
        var final = new List<(string, PayoutObservation)>();
        var forgotten = new List<(string, long)>();
        var unanswered = new List<(string, Exception)>();
        var sent = await Sent(query, cancellationToken);
        foreach (var payout in sent.TakeWhile(_ => unanswered.Count < UnansweredMost))
        {
            try
            {
                var observation = await rails.For(payout.Mode).Find(payout);
                if (conclusion.IsFinal(payout, observation))
                {
                    final.Add((payout.Id, observation));
                }
                else if (observation.Kind == PayoutObservationKind.Unknown)
                {
                    forgotten.Add((payout.Id, payout.Fence));
                }
            }
#pragma warning disable CA1031 // returned with the rest; SetAsidePayout logs it
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                unanswered.Add((payout.Id, exception));
            }
        }

        await unit.DisposeAsync();
        return new PayoutObservations(final, forgotten, unanswered, sent.Count == Batch ? sent[^1].Id : WatchPayouts.Start);
    }

    // Disposes the unit of work, so that no connection is held while the chain is asked.
    private async ValueTask<List<Payout>> Sent(WatchPayouts query, CancellationToken cancellationToken)
    {
        var ids = await unit.Query(
            PayoutSql.SentAfter, static row => row.GetString("id"), query.Mode, query.Chain, query.After, unit.Now, Batch);
        var sent = ids.Count == 0
            ? []
            : await (await unit.SetOutsideBatch<Payout>()).Where(payout => ids.Contains(payout.Id)).OrderBy(payout => payout.Id).ToListAsync(cancellationToken);
        await unit.DisposeAsync();
        return sent;
    }
}
