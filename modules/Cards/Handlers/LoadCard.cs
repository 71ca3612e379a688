using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class LoadCardHandler(StoredCards cards, CardMoney money) : ICommandHandler<LoadCard, Result<CardLoad>>
{
    public async ValueTask<Result<CardLoad>> Handle(LoadCard command, CancellationToken cancellationToken)
    {
        var taken = await cards.TakeUncancelled(command.CardId, "be loaded");
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var load = await money.Load(taken.Value, command.Body.AmountUsd);
        if (load.Refused(out refusal))
        {
            return refusal with { Param = "amount_usd" };
        }

        cards.RaiseLoaded(await cards.Show(taken.Value), command.Body.AmountUsd, load.Value);
        return new CardLoad
        {
            CardId = taken.Value.Id,
            LoadedUsd = command.Body.AmountUsd,
            RailFeeUsd = load.Value.Fee,
            NewCardBalanceUsd = load.Value.CardBalance,
            JournalId = load.Value.JournalId,
            NewTreasuryBalanceUsd = load.Value.TreasuryBalance,
        };
    }
}
