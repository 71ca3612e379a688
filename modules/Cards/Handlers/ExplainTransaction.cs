using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Checks;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// Runs the checks on the facts stored with the row.
internal sealed class ExplainTransactionHandler(UnitOfWork unit, Call call) : IQueryHandler<ExplainTransaction, Result<TransactionExplanation>>
{
    public async ValueTask<Result<TransactionExplanation>> Handle(ExplainTransaction query, CancellationToken cancellationToken)
    {
        if (await unit.FindTransaction(call.Rows, query.TransactionId) is not { } row
            || await unit.FindCard(call.Rows, row.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "transaction_id" };
        }

        var decline = row.DeclineReason is { } reason ? DeclineCodes.Of(reason, row.AuthResponseCode) : null;
        var checks = row.Facts is { } facts ? AuthorizationChecks.Explain(DecisionFacts.Parse(facts).Restore(row, card)) : Lifecycle(row, decline);
        return new TransactionExplanation
        {
            TransactionId = row.Id,
            Decision = Decision(row),
            AuthResponseCode = row.AuthResponseCode,
            DeclineReason = decline?.Reason,
            DeclineMessage = decline?.Message,
            Approvable = CheckView.IsApprovable(checks),
            Checks = CheckView.Show(checks),
        };
    }

    // A refused message has no facts; the progress of its purchase is the one check.
    private static IReadOnlyList<CheckResult> Lifecycle(CardTransaction row, Decline? decline) =>
        decline is null ? [] : [new CheckResult("lifecycle", row.Type, null, decline, null)];

    private static string Decision(CardTransaction row) =>
        row.Status == TransactionState.Declined ? AuthorizationDecision.Declined
        : row.Facts is null ? AuthorizationDecision.Posted
        : CheckView.Decision(row.AuthResponseCode);
}
