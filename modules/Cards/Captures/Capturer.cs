using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Captures;

// Posts captures. A capture does not fail for lack of money, since the network has paid the merchant already.
internal sealed class Capturer(UnitOfWork unit, IdSource ids, ILedger ledger, UsageCounter usage)
{
    /// <param name="card">The locked card.</param>
    /// <param name="authorized">The row of the authorization.</param>
    /// <param name="open">The open amount of the hold; zero after its release, which makes the capture a force post.</param>
    /// <param name="amount">The amount that the merchant takes.</param>
    /// <param name="final">Whether this is the last capture of the purchase.</param>
    /// <returns>The stored row, or <c>simulation_limit_reached</c>.</returns>
    public async ValueTask<Result<CardTransaction>> Capture(
        CardFacts card, CardTransaction authorized, Usd open, CapturedAmount amount, bool final)
    {
        var split = CaptureSplit.Of(open, amount.Total, final);
        // A changed exchange rate is no over-capture, and neither is a force post, which has no hold to exceed.
        var beyond = open > Usd.Zero && amount.Foreign is null ? split.Beyond : Usd.Zero;
        var type = open > Usd.Zero ? TransactionTypes.Capture : TransactionTypes.ForceCapture;
        var row = authorized.Next(ids.New<TransactionId>().Value, type, TransactionState.Captured, amount.Total, unit.Now);
        return await Post(card, split, amount, authorized.CreatedAt, row with
        {
            HoldChange = -split.ClosedHold,
            MerchantAmount = amount.Foreign?.Units,
            MerchantCurrency = amount.Foreign?.Currency.Code,
            FxRate = amount.Foreign?.Rate.Nanos,
            FxMarkup = amount.Foreign?.Markup,
            IsFinal = final,
            Overcapture = beyond > Usd.Zero ? beyond : null,
            IsToleranceExceeded = beyond > CaptureTolerance.Of(authorized.Amount, authorized.Mcc),
        });
    }

    /// <summary>Posts a capture without an authorization.</summary>
    /// <param name="card">The locked card.</param>
    /// <param name="row">The complete row to store.</param>
    public ValueTask<Result<CardTransaction>> Force(CardFacts card, CardTransaction row) =>
        Post(card, CaptureSplit.Of(Usd.Zero, row.Amount, final: true), CapturedAmount.Dollars(row.Amount), row.CreatedAt, row);

    private async ValueTask<Result<CardTransaction>> Post(
        CardFacts card, CaptureSplit split, CapturedAmount amount, DateTimeOffset madeAt, CardTransaction row)
    {
        var receivable = Chart.Receivable(card.Account, card.Mode);
        if (split.Beyond > Usd.Zero && await ledger.Balance(receivable) + split.Beyond > SimulationCeiling.Amount)
        {
            return Errors.SimulationLimitReached;
        }

        var journal = row.AuthorizationId is { } hold
            ? Journal.OfHold(JournalTypes.Capture, hold, row.Id, card.Mode).Debit(card.Held(), split.ClosedHold)
            : new Journal(JournalTypes.Capture, row.Id, card.Mode, row.Id);
        if (split.Beyond > Usd.Zero)
        {
            await ledger.DebitForced(journal, card.SpendingAccount(), card.Treasury(), receivable, split.Beyond);
        }

        journal
            .Credit(Chart.Settlement(card.Mode), amount.Total - amount.Markup)
            .Credit(Chart.FxMarkup(card.Mode), amount.Markup)
            .Credit(card.ReleaseAccount(), split.Released);
        await ledger.PostOrThrow(journal);
        if (split.ClosedHold > Usd.Zero)
        {
            await ledger.ReduceHold(row.AuthorizationId!, split.ClosedHold);
        }

        await usage.Adjust(card, amount.Total - split.ClosedHold, await IsNew(split, row) ? 1 : 0, madeAt);
        await unit.Append(row);
        return row;
    }

    // A force post without an authorization counts as a new purchase, and so does one whose hold was released without any capture.
    private async ValueTask<bool> IsNew(CaptureSplit split, CardTransaction row) =>
        row.AuthorizationId is not { } authorization
        || (split.ClosedHold == Usd.Zero && (await unit.ProgressOf(row.AccountId, authorization)).Captured == Usd.Zero);
}
