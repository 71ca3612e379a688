using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Cards.Wallets;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ReplaceCardHandler(UnitOfWork unit, StoredCards cards, CardCreation creation, CardMoney money, StoredWalletTokens wallets)
    : ICommandHandler<ReplaceCard, Result<V1.Card>>
{
    public async ValueTask<Result<V1.Card>> Handle(ReplaceCard command, CancellationToken cancellationToken)
    {
        var taken = await cards.TakeUncancelled(command.CardId, "be replaced");
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var old = taken.Value;
        if (command.Body.Shipping is not null && old.Type != Domain.CardType.Physical)
        {
            return new Error(Errors.ShippingNotAllowed) { Param = "shipping" };
        }

        var created = await creation.Replace(old, command.Body.Shipping);
        if (created.Refused(out refusal))
        {
            return refusal;
        }

        var made = created.Value;
        var balance = await money.MoveBalance(old, made.Card);
        var tokens = await wallets.MoveTo(old.Id, made.Card.Id);
        old.Replace(made.Card.Id, command.Body.Reason, unit.Now);
        await unit.EndControls(old.Id);

        var card = CardView.Show(made.Card, new CardParts(made.Shipment, made.Controls, tokens), balance, Usd.Zero);
        cards.Raise(EventTypes.CardIssued, card);
        cards.Raise(EventTypes.CardCancelled, await cards.Show(old));
        cards.Raise(EventTypes.CardReplaced, card);
        return card;
    }
}
