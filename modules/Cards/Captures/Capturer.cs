using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Captures;

// Posts a capture and makes its row. It never fails for want of money: the network has paid the merchant already.
internal sealed class Capturer(UnitOfWork unit, IdSource ids, ILedger ledger, UsageCounter usage)
{
    /// <param name="card">The card, locked.</param>
    /// <param name="authorized">The authorisation's row.</param>
    /// <param name="open">What its hold has left; nothing when it fell back, in which case the capture is forced.</param>
    /// <param name="amount">What the merchant takes.</param>
    /// <param name="final">Whether it is the last capture.</param>
    /// <returns>The row, stored; or <c>simulation_limit_reached</c>.</returns>
    public async ValueTask<Result<CardTransaction>> Capture(
        CardFacts card, CardTransaction authorized, Usd open, CapturedAmount amount, bool final)
    {
        var split = CaptureSplit.Of(open, amount.Total, final);
        // A rate that moved between hold and clearing is nobody's over-capture; and where nothing was held, nothing is gone beyond.
        var beyond = open > Usd.Zero && amount.Foreign is null ? split.Beyond : Usd.Zero;
        var step = open > Usd.Zero ? Step.Capture : Step.ForcedCapture;
        var row = authorized.Next(ids.New<TransactionId>().Value, step, TransactionState.Captured, amount.Total, unit.Now);
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

    /// <summary>Captures what nobody asked for before.</summary>
    /// <param name="card">The card, locked.</param>
    /// <param name="row">The row to store, complete.</param>
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
            ? Journal.OfHold("capture", hold, row.Id, card.Mode).Debit(card.Held(), split.ClosedHold)
            : new Journal("capture", row.Id, card.Mode);
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

    // What nobody asked for is a purchase; and what was all given back is one again.
    private async ValueTask<bool> IsNew(CaptureSplit split, CardTransaction row) =>
        row.AuthorizationId is not { } authorization
        || (split.ClosedHold == Usd.Zero && (await unit.ProgressOf(row.AccountId, authorization)).Captured == Usd.Zero);
}
