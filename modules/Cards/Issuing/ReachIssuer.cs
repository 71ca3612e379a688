using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Issuing;

// Checks that the issuer answers before an operation on a card that needs it. The handler refuses an unknown card.
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
