using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class IssueCardHandler(Call call, IssueOrders orders, CardCreation creation, CardMoney money, StoredCards cards)
    : ICommandHandler<IssueCard, Result<IssuedCard>>
{
    public async ValueTask<Result<IssuedCard>> Handle(IssueCard command, CancellationToken cancellationToken)
    {
        var order = await orders.Check(command.Body);
        if (order.Refused(out var refusal))
        {
            return refusal;
        }

        var created = await creation.Create(call.Account, order.Value, command.Body);
        if (created.Refused(out refusal))
        {
            return refusal;
        }

        var card = created.Value.Card;
        var empty = CardView.Show(card, new CardParts(created.Value.Shipment, order.Value.Controls, []), Usd.Zero, Usd.Zero);
        cards.Raise(EventTypes.CardIssued, empty);
        if (command.Body.LoadUsd is not { } amount)
        {
            return CardView.Issued(empty, fee: null, await cards.TreasuryBalance(card));
        }

        var load = await money.Load(card, amount);
        if (load.Refused(out refusal))
        {
            return refusal with { Param = "load_usd" };
        }

        var loaded = empty with { BalanceUsd = load.Value.CardBalance };
        cards.RaiseLoaded(loaded, amount, load.Value);
        return CardView.Issued(loaded, load.Value.Fee, load.Value.TreasuryBalance);
    }
}
