using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Chains;

// Keeps count of what is promised over each chain. Whoever changes it holds back everybody else who does until the commit, and so
// does it last.
internal sealed class ChainPromises(UnitOfWork unit)
{
    // What is promised once this payout is too.
    public ValueTask<(Usd Held, long Transfers)> Make(Payout payout) => Change(PayoutSql.Promise, payout, Held(payout), 1);

    // From now on the books say what leaves.
    public ValueTask<(Usd Held, long Transfers)> Sign(Payout payout) => Change(PayoutSql.ChangePromise, payout, -Held(payout), 0);

    // Never signed, and never will be.
    public ValueTask<(Usd Held, long Transfers)> Release(Payout payout) => Change(PayoutSql.ChangePromise, payout, -Held(payout), -1);

    // Its gas is paid.
    public ValueTask<(Usd Held, long Transfers)> End(Payout payout) => Change(PayoutSql.ChangePromise, payout, Usd.Zero, -1);

    public ValueTask<(Usd Held, long Transfers)> Read(Mode mode, string chain) =>
        unit.One(PayoutSql.Promised, Read, Id(mode, chain));

    // A refund's money is set aside in the books from the start.
    private static Usd Held(Payout payout) => payout.Kind == PayoutKind.Withdrawal ? payout.Booked : Usd.Zero;

    private static string Id(Mode mode, string chain) => $"{mode.Text()}:{chain}";

    private static (Usd Held, long Transfers) Read(IRow row) => (row.GetUsd("held"), row.GetInt64("transfers"));

    private ValueTask<(Usd Held, long Transfers)> Change(Statement statement, Payout payout, Usd held, int transfers)
    {
        unit.EndBatch();
        return unit.One(statement, Read, Id(payout.Mode, payout.Chain), held, (long)transfers);
    }
}
