using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Checks;
using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// Reads the same facts and runs the same decision as a purchase, and writes nothing.
internal sealed class PreviewAuthorizationHandler(UnitOfWork unit, Call call, Authorizer authorizer)
    : IQueryHandler<PreviewAuthorization, Result<AuthorizationPreview>>
{
    public async ValueTask<Result<AuthorizationPreview>> Handle(PreviewAuthorization query, CancellationToken cancellationToken)
    {
        if (await unit.FindCard(call.Rows, query.Body.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "card_id" };
        }

        var purchase = PurchaseReader.Read(query.Body, card.Bin, unit.Now);
        if (purchase.Refused(out var refusal))
        {
            return refusal;
        }

        var asked = await authorizer.ReadFactsWithBalance(card, purchase.Value);
        var verdict = AuthorizationChecks.Decide(asked);
        var checks = AuthorizationChecks.Explain(asked);
        return new AuthorizationPreview
        {
            CardId = card.Id,
            Mode = card.Mode.Text(),
            Decision = verdict.Decline is null ? CheckView.Decision(verdict.Code) : AuthorizationDecision.Declined,
            AmountUsd = verdict.IsPartial ? verdict.Held : asked.Purchase.Amount,
            AuthResponseCode = verdict.Code,
            DeclineReason = verdict.Decline?.Reason,
            DeclineMessage = verdict.Decline?.Message,
            RetryCategory = verdict.Decline?.RetryCategory,
            ExpiresAt = verdict.Held > Usd.Zero ? authorizer.ExpiresAt(asked.Purchase, card.Bin) : null,
            Approvable = CheckView.IsApprovable(checks),
            Checks = CheckView.Show(checks),
        };
    }
}
