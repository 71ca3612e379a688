using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Captures;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// A capture after the hold was reversed or has expired is a force post, since the merchant has delivered.
internal sealed class SimulateCaptureHandler(UnitOfWork unit, Purchases purchases, Capturer capturer)
    : ICommandHandler<SimulateCapture, Result<Transaction>>
{
    public async ValueTask<Result<Transaction>> Handle(SimulateCapture command, CancellationToken cancellationToken)
    {
        var taken = await purchases.Take(command.AuthorizationId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        // A declined purchase and an account verification never had a hold, and nothing follows the final capture.
        var purchase = taken.Value;
        if (purchase.Hold is null || purchase.Progress.IsOver || Amount(command.Body?.AmountUsd, purchase) is not { } amount)
        {
            return Refusal(purchase);
        }

        var captured = await capturer.Capture(purchase.Card, purchase.Root, purchase.Open, amount, command.Body?.Final ?? true);
        return captured.Refused(out refusal) ? refusal : unit.RaiseAndShow(captured.Value);
    }

    private static Error Refusal(OpenPurchase purchase) => new(Errors.ConflictState)
    {
        Message = purchase.Root.Status == TransactionState.Declined ? "The authorization is declined and holds nothing."
            : purchase.Hold is null ? "The authorization verified the card and holds nothing."
            : purchase.Progress.IsOver ? "The authorization is closed: its final capture was made."
            : "The authorization was captured in full.",
        Hint = "An approved authorization can be captured until its final capture.",
    };

    // Without an amount, captures the whole purchase if it has no other steps, otherwise the open hold, otherwise the released amount.
    private CapturedAmount? Amount(Usd? asked, OpenPurchase purchase)
    {
        var (root, open) = (purchase.Root, purchase.Open);
        var released = purchase.Progress.Authorized - purchase.Progress.Captured;
        return asked is { } amount ? CapturedAmount.Dollars(amount)
            : open == root.Amount && purchase.Progress.Authorized == open ? CapturedAmount.Whole(root, purchase.Card.Bin, unit.Now)
            : open > Usd.Zero ? CapturedAmount.Dollars(open)
            : released > Usd.Zero ? CapturedAmount.Dollars(released)
            : null;
    }
}
