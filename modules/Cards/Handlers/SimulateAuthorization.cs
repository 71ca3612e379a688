using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

// The hot path: prepared statements only. A decline is a transaction, not a refusal.
internal sealed class SimulateAuthorizationHandler(Unit unit, Call call, IdSource ids, ILedger ledger, Capturer capturer)
    : ICommandHandler<SimulateAuthorization, Result<Transaction>>
{
    private static readonly TimeSpan RepetitionWindow = TimeSpan.FromHours(24);
    private static readonly Usd SmallestPartialApproval = Usd.FromDollars(1);

    public async ValueTask<Result<Transaction>> Handle(SimulateAuthorization command, CancellationToken cancellationToken)
    {
        var purchase = command.Body;
        if (await unit.LockCard(call.Account, purchase.CardId) is not { } card)
        {
            return new Error(Errors.ResourceNotFound) { Param = "card_id" };
        }

        var isRepeated = purchase.NetworkReference is { } reference
            && await unit.IsRepeated(card, reference, unit.Now - RepetitionWindow);
        if (AuthorizationChecks.Failures(card, isRepeated, unit.Now) is { } failures)
        {
            return await Decline(card, purchase, failures[0]);
        }

        if (purchase.AmountUsd == Usd.Zero)
        {
            return await unit.Record(Row(card, purchase, TransactionState.Authorized, Usd.Zero, DeclineCodes.Verified) with
            {
                IsVerification = true,
            });
        }

        return await HoldOrDecline(card, purchase);
    }

    private async ValueTask<Transaction> HoldOrDecline(CardFacts card, SimulateAuthorizationRequest purchase)
    {
        var row = Row(card, purchase, TransactionState.Authorized, purchase.AmountUsd, DeclineCodes.Approved);
        if ((await Move(card, row)).FellShort(out var missing))
        {
            if (purchase.PartialApprovalSupported is not true || missing.Available < SmallestPartialApproval)
            {
                return await Decline(card, purchase, DeclineCodes.InsufficientBalance);
            }

            row = row with { Amount = missing.Available, AuthResponseCode = DeclineCodes.ApprovedInPart, IsPartial = true };
            if ((await Move(card, row)).FellShort(out _))
            {
                throw new InvalidOperationException($"{card.Id} lost money while it was locked.");
            }
        }

        await ledger.PlaceHold(row.AuthorizationId, card.Held(), row.Amount, unit.Now + HoldWindow.Of(row.Mcc));
        var authorized = await unit.Record(row);
        return purchase.AutoCapture is true ? await capturer.Capture(card, row, row.Amount, row.Amount, final: true) : authorized;
    }

    private ValueTask<Posting> Move(CardFacts card, CardTransaction row) =>
        ledger.Post(new Journal("authorization", row.AuthorizationId, card.Mode)
            .Debit(card.Available(), row.Amount)
            .Credit(card.Held(), row.Amount));

    private ValueTask<Transaction> Decline(CardFacts card, SimulateAuthorizationRequest purchase, Decline decline) =>
        unit.Record(Row(card, purchase, TransactionState.Declined, purchase.AmountUsd, decline.CodeOn(card.Bin)) with
        {
            DeclineReason = decline.Reason,
        });

    private CardTransaction Row(CardFacts card, SimulateAuthorizationRequest purchase, string status, Usd amount, string code) => new()
    {
        Id = ids.New<TransactionId>().Value,
        AccountId = card.Account,
        Mode = card.Mode,
        CardId = card.Id,
        AuthorizationId = ids.New<AuthorizationId>().Value,
        Status = status,
        Amount = amount,
        MerchantName = purchase.Merchant.Name,
        Mcc = purchase.Merchant.Mcc,
        MerchantCountry = purchase.Merchant.Country,
        MerchantId = purchase.Merchant.Id,
        AuthResponseCode = code,
        NetworkReference = purchase.NetworkReference,
        CreatedAt = unit.Now,
    };
}
