using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Chains;

// The stored sums of the promises over each chain and mode. A change locks the row until the commit, so a command makes it last.
internal sealed class ChainPromises(UnitOfWork unit)
{
    // Adds the promise of a payout and returns the new sums.
    public ValueTask<(Usd Held, long Transfers)> Make(Payout payout) => Change(PayoutSql.Promise, payout, Held(payout), 1);

    // From the signature on, the amount is in the ledger account of sent payouts; only the gas stays promised.
    public ValueTask<(Usd Held, long Transfers)> Sign(Payout payout) => Change(PayoutSql.ChangePromise, payout, -Held(payout), 0);

    // The payout will never be signed.
    public ValueTask<(Usd Held, long Transfers)> Release(Payout payout) => Change(PayoutSql.ChangePromise, payout, -Held(payout), -1);

    // The payout is final and its gas is paid.
    public ValueTask<(Usd Held, long Transfers)> End(Payout payout) => Change(PayoutSql.ChangePromise, payout, Usd.Zero, -1);

    public ValueTask<(Usd Held, long Transfers)> Read(Mode mode, string chain) =>
        unit.One(PayoutSql.Promised, Read, Id(mode, chain));

    // The amount of a refund is in L.refundable from the start, so only its gas is promised.
    private static Usd Held(Payout payout) => payout.Kind == PayoutKind.Withdrawal ? payout.Booked : Usd.Zero;

    private static string Id(Mode mode, string chain) => $"{mode.Text()}:{chain}";

    private static (Usd Held, long Transfers) Read(IRow row) => (row.GetUsd("held"), row.GetInt64("transfers"));

    private ValueTask<(Usd Held, long Transfers)> Change(Statement statement, Payout payout, Usd held, int transfers)
    {
        unit.Batch.End();
        return unit.One(statement, Read, Id(payout.Mode, payout.Chain), held, (long)transfers);
    }
}
