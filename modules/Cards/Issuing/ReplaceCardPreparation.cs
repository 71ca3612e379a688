using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Issuing;

// Lets the issuer make the new card. The handler refuses a card that is unknown or cannot be replaced.
internal sealed class ReplaceCardPreparation(Call call, UnitOfWork unit, InertCards cards, ICardIssuer issuer) : IPreparation<ReplaceCard>
{
    public async ValueTask<Error?> Prepare(ReplaceCard message, CancellationToken cancellationToken)
    {
        var old = await unit.FindCard(call.Rows, message.CardId);
        await unit.DisposeAsync();
        return old is null ? null
            : CanBeReplaced(old, message) ? await cards.Make(old.Account, old.Mode, old.Bin.Number, cancellationToken)
            : await issuer.Reach(old.Account, old.Mode, cancellationToken);
    }

    private static bool CanBeReplaced(CardFacts old, ReplaceCard message) =>
        old.Status != CardState.Cancelled && (message.Body.Shipping is null || old.Bin.Type == Domain.CardType.Physical);
}
