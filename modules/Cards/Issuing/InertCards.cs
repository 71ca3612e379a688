using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Issuing;

// Lets the issuer make the card of a call, before the unit of work.
internal sealed class InertCards(Call call, UnitOfWork unit, ICardIssuer issuer, Prepared<InertCard> card)
{
    /// <returns>The issuer's refusal; null when the card was made.</returns>
    public async ValueTask<Error?> Make(AccountId account, Mode mode, string bin, CancellationToken cancellationToken)
    {
        if (await issuer.Reach(account, mode, cancellationToken) is { } down)
        {
            return down;
        }

        var reference = IssueReference.Of(call, unit.Now);
        var issued = await issuer.Issue(reference, bin, cancellationToken);
        if (issued.Refused(out var refusal))
        {
            return refusal;
        }

        card.Leave(new InertCard(reference, mode, issued.Value));
        return null;
    }
}
