using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.V1;
using Mediator;
using Topup = Cryptocardium.Treasury.Domain.Topup;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class CreateTopupHandler(UnitOfWork unit, Call call, ChainCatalog chains, ChainRails rails, TopupOpening opening)
    : ICommandHandler<CreateTopup, Result<V1.Topup>>
{
    // Open top-ups of an account at most; each is an address to watch.
    private const int OpenLimit = 50;

    public async ValueTask<Result<V1.Topup>> Handle(CreateTopup command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        if (body.AmountUsd < Topup.Minimum)
        {
            return new Error(Errors.AmountTooSmall) { Param = "amount_usd" };
        }

        if (chains.Find(body.Chain) is not { } chain)
        {
            return chains.Unsupported;
        }

        if (chain.Token.Asset != body.Asset)
        {
            return new Error(Errors.UnsupportedAsset) { Param = "asset", Hint = $"On {chain.Key} it is {chain.Token.Asset}." };
        }

        // The amount decides the mode, whatever mode the account is in.
        var mode = Topup.ModeOf(body.AmountUsd);
        if ((call.Caller.Mode ?? mode) != mode)
        {
            return new Error(Errors.ModeNotAllowed) { Param = "amount_usd" };
        }

        var id = opening.NewId();
        var address = rails.For(mode).AddressFor(chain, mode, id);
        var view = await opening.Open(Topup.Open(id, call.Account, body.AmountUsd, chain, address, unit.Now));

        // Counted after the journal, which locks the account's ledger accounts: other top-ups of the account wait for this commit.
        var others = await unit.One(TreasurySql.CountPending, static row => row.GetInt64("pending"), call.Account);
        return others < OpenLimit ? view : Errors.TopupLimitReached;
    }
}
