using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class IssueCardHandler(Call call, IssueOrders orders, CardCreation embosser, CardMoney money, StoredCards desk)
    : ICommandHandler<IssueCard, Result<IssuedCard>>
{
    public async ValueTask<Result<IssuedCard>> Handle(IssueCard command, CancellationToken cancellationToken)
    {
        var order = await orders.Check(command.Body);
        if (order.Refused(out var refusal))
        {
            return refusal;
        }

        var embossed = await embosser.Create(call.Account, order.Value, command.Body);
        if (embossed.Refused(out refusal))
        {
            return refusal;
        }

        var card = embossed.Value.Card;
        var empty = CardView.Show(card, new CardParts(embossed.Value.Shipment, order.Value.Controls, []), Usd.Zero, Usd.Zero);
        desk.Raise(EventTypes.CardIssued, empty);
        if (command.Body.LoadUsd is not { } amount)
        {
            return CardView.Issued(empty, fee: null, await desk.TreasuryBalance(card));
        }

        var load = await money.Load(card, amount);
        if (load.Refused(out refusal))
        {
            return refusal with { Param = "load_usd" };
        }

        var loaded = empty with { BalanceUsd = load.Value.CardBalance };
        desk.Raise(EventTypes.CardLoaded, loaded);
        return CardView.Issued(loaded, load.Value.Fee, load.Value.TreasuryBalance);
    }
}
