using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Jobs;

// Asks the chains of a mode what is new, and once more about deposits that could not be decided; no lock is held meanwhile. What they
// show is written down afterwards, top-up by top-up.
internal sealed record WatchDeposits(Mode Mode) : IQuery<Result<IReadOnlyList<AddressObservation>>>
{
    public static Job Job(Mode mode) => new(
        $"watch_deposits:{mode.Text()}", TimeSpan.FromSeconds(1), (sender, token) => Run(sender, new WatchDeposits(mode), token));

    private static async ValueTask<bool> Run(JobSender sender, WatchDeposits watch, CancellationToken token)
    {
        var seen = (await sender.Send(watch, token)).Value;
        var taken = 0;
        foreach (var observation in seen)
        {
            taken += await Record(sender, observation, token) ? 1 : 0;
        }

        return seen.Count > 0 && taken == seen.Count;
    }

    // What is wrong with one top-up keeps nothing from another.
    private static async ValueTask<bool> Record(JobSender sender, AddressObservation seen, CancellationToken token)
    {
        try
        {
            return (await sender.Send(new RecordObservation(seen), token)).Value;
        }
#pragma warning disable CA1031 // handed on to the command that logs it and puts the top-up off
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await sender.Send(new DeferTopup(seen.TopupId, exception), CancellationToken.None);
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
        var news = await chain.ChangedAddresses(query.Mode);
        var concerned = await unit.Query(TreasurySql.Undecided, static row => row.GetString("topup_id"), query.Mode, unit.Now, Batch);
        concerned.AddRange(await topups.AffectedBy(news));
        var found = await Read(concerned, cancellationToken);
        await unit.DisposeAsync();
        var seen = new List<AddressObservation>();
        foreach (var topup in found)
        {
            seen.Add(new AddressObservation(topup.Id, topup.Observations, await chain.TransfersTo(topup)));
        }

        await unit.DisposeAsync();
        return seen;
    }

    private async ValueTask<List<Topup>> Read(List<string> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : await (await unit.Set<Topup>()).Where(topup => ids.Contains(topup.Id)).OrderBy(topup => topup.Id).ToListAsync(cancellationToken);
}
