using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Handlers;
using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// Signs payouts that are due, and takes over signed ones whose holder did not send them in time.
internal sealed record ClaimPayouts : ICommand<Result<IReadOnlyList<PayoutClaim>>>
{
    public static readonly Job Job = new("send_payouts", TimeSpan.FromSeconds(1), Run);

    private static async ValueTask<bool> Run(ISender sender, CancellationToken token)
    {
        var claims = (await sender.Send(new ClaimPayouts(), token)).Value;
        var failures = new List<Exception>();
        foreach (var claim in claims)
        {
            try
            {
                await sender.Send(new SendPayout(claim.Id, claim.Fence), token);
            }
#pragma warning disable CA1031 // one chain that does not answer must not keep what is meant for another; thrown below
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failures.Add(exception);
            }
        }

        return failures.Count == 0
            ? claims.Count == ClaimPayoutsHandler.Batch
            : throw new AggregateException("Not every payout was sent; each is tried again when its lease is over.", failures);
    }
}

internal sealed class ClaimPayoutsHandler(Unit unit, StoredPayouts payouts, PayoutSigning signing, PayoutSettings settings)
    : ICommandHandler<ClaimPayouts, Result<IReadOnlyList<PayoutClaim>>>
{
    // Small, for customers' commands wait behind it.
    public const int Batch = 20;

    public async ValueTask<Result<IReadOnlyList<PayoutClaim>>> Handle(ClaimPayouts command, CancellationToken cancellationToken)
    {
        var isSqlite = unit.Engine == Engine.Sqlite;
        var abandoned = await Ids(isSqlite ? PayoutSql.AbandonedOnSqlite : PayoutSql.AbandonedOnPostgres, Batch);
        var due = await Ids(isSqlite ? PayoutSql.DueOnSqlite : PayoutSql.DueOnPostgres, Batch - abandoned.Count);
        var claims = new List<PayoutClaim>();
        foreach (var payout in await payouts.TakeAll([.. abandoned, .. due]))
        {
            if (payout.State == PayoutState.Signed)
            {
                payout.TakeOver(settings.Lease, unit.Now);
                claims.Add(new PayoutClaim(payout.Id, payout.Fence));
            }
            else if (await signing.Sign(payout, settings.Lease) == Signing.Signed)
            {
                claims.Add(new PayoutClaim(payout.Id, payout.Fence));
            }
        }

        return claims;
    }

    private async ValueTask<List<string>> Ids(Statement statement, int batch) =>
        await unit.Query(statement, static row => row.GetString(0), unit.Now, batch);
}
