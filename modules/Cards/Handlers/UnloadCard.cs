using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class UnloadCardHandler(StoredCards cards, CardMoney money) : ICommandHandler<UnloadCard, Result<CardUnload>>
{
    public async ValueTask<Result<CardUnload>> Handle(UnloadCard command, CancellationToken cancellationToken)
    {
        var taken = await cards.TakeUncancelled(command.CardId, "be unloaded");
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var unload = await money.Unload(taken.Value, command.Body?.AmountUsd);
        if (unload.Refused(out refusal))
        {
            return refusal with { Param = "amount_usd" };
        }

        cards.RaiseUnloaded(taken.Value.AccountId, await cards.Show(taken.Value), unload.Value);
        return new CardUnload
        {
            CardId = taken.Value.Id,
            UnloadedUsd = unload.Value.Amount,
            NewCardBalanceUsd = unload.Value.CardBalance,
            JournalId = unload.Value.JournalId,
            NewTreasuryBalanceUsd = unload.Value.TreasuryBalance,
        };
    }
}
