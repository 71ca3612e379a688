using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class SimulateCaptureHandler(Unit unit, Call call, ILedger ledger, Capturer capturer)
    : ICommandHandler<SimulateCapture, Result<Transaction>>
{
    // Merchants that exist cannot take more than there is in the world; simulated ones are stopped here.
    private static readonly Usd MostOwed = Usd.FromDollars(1_000_000_000);

    public async ValueTask<Result<Transaction>> Handle(SimulateCapture command, CancellationToken cancellationToken)
    {
        if (await unit.FindAuthorization(call.Account, command.AuthorizationId) is not { } authorized
            || await unit.LockCard(call.Account, authorized.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "authorization_id" };
        }

        // A declined purchase and a verification never had a hold; a closed one has nothing left.
        if (await ledger.FindHold(authorized.AuthorizationId) is not { } hold || hold.Open == Usd.Zero)
        {
            return new Error(Errors.ConflictState) { Message = "The authorization holds nothing." };
        }

        var amount = command.Body?.AmountUsd ?? hold.Open;
        if (amount > hold.Open && await ledger.Balance(Book.Receivable(card.Account, card.Mode)) + amount > MostOwed)
        {
            return Errors.SimulationLimitReached;
        }

        return await capturer.Capture(card, authorized, hold.Open, amount, command.Body?.Final ?? true);
    }
}
