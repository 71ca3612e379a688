using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Jobs;

// Finds the payouts of a chain that are due for signing, and signed ones whose lease has expired. Each chain and mode has its own job,
// which handles the payouts of a wallet in sequence and wallets concurrently: a slow transfer delays only its own wallet.
internal sealed record DuePayouts(Mode Mode, string Chain) : IQuery<Result<IReadOnlyList<DuePayout>>>
{
    private const int WalletsAtOnce = 4;

    public static Job Job(Mode mode, string chain) => new(
        $"send_payouts:{mode.Text()}:{chain}", TimeSpan.FromSeconds(1), (sender, token) => Run(sender, new DuePayouts(mode, chain), token));

    private static async ValueTask<bool> Run(JobSender sender, DuePayouts due, CancellationToken token)
    {
        var found = (await sender.Send(due, token)).Value;
        var sent = await BoundedWork.Run(
            found, static payout => payout.Wallet, WalletsAtOnce,
            (payout, token) => PayoutAttempt.Run(sender, payout.Id, () => Send(sender, payout.Id, token)), token);
        return sent == DuePayoutsHandler.Batch;
    }

    private static async ValueTask<bool> Send(JobSender sender, string id, CancellationToken token)
    {
        var fence = (await sender.Send(new ClaimPayout(id), token)).Value;
        return fence != ClaimPayout.NotClaimed && (await sender.Send(new SendPayout(id, fence), token)).Value;
    }
}

internal sealed class DuePayoutsHandler(UnitOfWork unit, ChainRails rails) : IQueryHandler<DuePayouts, Result<IReadOnlyList<DuePayout>>>
{
    public const int Batch = 20;

    public async ValueTask<Result<IReadOnlyList<DuePayout>>> Handle(DuePayouts query, CancellationToken cancellationToken)
    {
        var abandoned = await Ids(PayoutSql.Abandoned, query, Batch);
        var due = await Ids(PayoutSql.Due, query, Batch - abandoned.Count);
        List<string> ids = [.. abandoned, .. due];
        if (ids.Count == 0)
        {
            return (List<DuePayout>)[];
        }

        var chain = rails.For(query.Mode);
        var payouts = await (await unit.SetOutsideBatch<Payout>()).Where(payout => ids.Contains(payout.Id)).ToListAsync(cancellationToken);
        return (List<DuePayout>)
            [.. payouts.OrderBy(payout => ids.IndexOf(payout.Id)).Select(payout => new DuePayout(payout.Id, chain.WalletOf(payout)))];
    }

    private async ValueTask<List<string>> Ids(Statement statement, DuePayouts query, int batch) =>
        await unit.Query(statement, static row => row.GetString("id"), query.Mode, query.Chain, unit.Now, batch);
}
