using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// The payouts of a chain that are due to be signed, and those that were signed and not sent in time. Each chain has a job of its own
// in each mode: one that does not answer keeps nothing from another.
internal sealed record DuePayouts(Mode Mode, string Chain) : IQuery<Result<IReadOnlyList<string>>>
{
    public static Job Job(Mode mode, string chain) => new(
        $"send_payouts:{mode.Text()}:{chain}", TimeSpan.FromSeconds(1), (sender, token) => Run(sender, new DuePayouts(mode, chain), token));

    private static async ValueTask<bool> Run(ISender sender, DuePayouts due, CancellationToken token)
    {
        var ids = (await sender.Send(due, token)).Value;
        var sent = 0;
        foreach (var id in ids)
        {
            sent += await PayoutTry.Run(sender, id, () => Send(sender, id, token)) ? 1 : 0;
        }

        return sent == DuePayoutsHandler.Batch;
    }

    private static async ValueTask<bool> Send(ISender sender, string id, CancellationToken token)
    {
        var fence = (await sender.Send(new ClaimPayout(id), token)).Value;
        return fence != ClaimPayout.NotOurs && (await sender.Send(new SendPayout(id, fence), token)).Value;
    }
}

internal sealed class DuePayoutsHandler(UnitOfWork unit) : IQueryHandler<DuePayouts, Result<IReadOnlyList<string>>>
{
    public const int Batch = 20;

    public async ValueTask<Result<IReadOnlyList<string>>> Handle(DuePayouts query, CancellationToken cancellationToken)
    {
        var abandoned = await Ids(PayoutSql.Abandoned, query, Batch);
        var due = await Ids(PayoutSql.Due, query, Batch - abandoned.Count);
        return (List<string>)[.. abandoned, .. due];
    }

    private async ValueTask<List<string>> Ids(Statement statement, DuePayouts query, int batch) =>
        await unit.Query(statement, static row => row.GetString(0), query.Mode, query.Chain, unit.Now, batch);
}
