using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Issuing;

// Reaches the issuer before an operation on a card that needs it. A card that is not there is left to the handler.
internal sealed class ReachIssuer<TMessage>(Call call, UnitOfWork unit, ICardIssuer issuer, Func<TMessage, string> cardOf)
    : IPreparation<TMessage>
{
    public async ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken)
    {
        var card = await unit.FindCard(call.Rows, cardOf(message));
        await unit.DisposeAsync();
        return card is null ? null : await issuer.Reach(card.Account, card.Mode, cancellationToken);
    }
}
