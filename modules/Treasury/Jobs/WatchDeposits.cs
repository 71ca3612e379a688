using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Jobs;

// Observes the addresses of a mode that have changed, and those with postponed deposits, with no lock held. The observations are
// recorded afterwards, in one commit per top-up.
internal sealed record WatchDeposits(Mode Mode) : IQuery<Result<IReadOnlyList<AddressObservation>>>
{
    public static Job Job(Mode mode) => new(
        $"watch_deposits:{mode.Text()}", TimeSpan.FromSeconds(1), (sender, token) => Run(sender, new WatchDeposits(mode), token));

    private static async ValueTask<bool> Run(JobSender sender, WatchDeposits watch, CancellationToken token)
    {
        var observations = (await sender.Send(watch, token)).Value;
        var recorded = 0;
        foreach (var observation in observations)
        {
            recorded += await Record(sender, observation, token) ? 1 : 0;
        }

        return observations.Count > 0 && recorded == observations.Count;
    }

    // A failure defers its top-up; the job goes on with the next one.
    private static async ValueTask<bool> Record(JobSender sender, AddressObservation observation, CancellationToken token)
    {
        try
        {
            return (await sender.Send(new RecordObservation(observation), token)).Value;
        }
#pragma warning disable CA1031 // passed to DeferTopup, which logs it
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await sender.Send(new DeferTopup(observation.TopupId, exception), CancellationToken.None);
            return false;
        }
    }
}

internal sealed class WatchDepositsHandler(UnitOfWork unit, ChainRails rails, StoredTopups topups)
    : IQueryHandler<WatchDeposits, Result<IReadOnlyList<AddressObservation>>>
{
    private const int Batch = 20;

    public async ValueTask<Result<IReadOnlyList<AddressObservation>>> Handle(WatchDeposits query, CancellationToken cancellationToken)
    {
        var chain = rails.For(query.Mode);
        var changed = await chain.ChangedAddresses(query.Mode);
        var ids = await unit.Query(TreasurySql.Undecided, static row => row.GetString("topup_id"), query.Mode, unit.Now, Batch);
        ids.AddRange(await topups.AffectedBy(changed));
        var found = await Read(ids, cancellationToken);
        await unit.DisposeAsync();
        var observations = new List<AddressObservation>();
        foreach (var topup in found)
        {
            observations.Add(new AddressObservation(topup.Id, topup.Observations, await chain.TransfersTo(topup)));
        }

        await unit.DisposeAsync();
        return observations;
    }

    private async ValueTask<List<Topup>> Read(List<string> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : await (await unit.SetOutsideBatch<Topup>()).Where(topup => ids.Contains(topup.Id)).OrderBy(topup => topup.Id).ToListAsync(cancellationToken);
}
