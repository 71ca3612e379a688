using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Checks;
using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Authorizations;

// Reads the facts of a purchase, applies the decision, and stores the row: of an approval with its hold, or of a decline.
internal sealed class Authorizer(UnitOfWork unit, IdSource ids, ILedger ledger, HoldWindows windows, UsageCounter usage)
{
    private static readonly TimeSpan RepetitionWindow = TimeSpan.FromHours(24);

    /// <summary>Reads all facts but the balance, which the posting of the hold returns.</summary>
    public async ValueTask<Authorization> ReadFacts(CardFacts card, ControlRow stored, Purchase purchase)
    {
        var earlier = purchase.NetworkReference is { } reference
            ? await unit.TypesOf(card, reference, unit.Now - RepetitionWindow)
            : [];
        return new Authorization
        {
            Card = card,
            Purchase = purchase,
            Now = unit.Now,
            IsOutage = card.OutageEndsAt > unit.Now,
            IsRepeated = earlier.Any(type => type != TransactionTypes.Reversal),
            IsReversed = earlier.Contains(TransactionTypes.Reversal),
            Controls = stored.Controls(),
            Usage = stored.Usage().At(unit.Now),
        };
    }

    /// <summary>Reads all facts and the balance, for a decision without a posting.</summary>
    public async ValueTask<Authorization> ReadFactsWithBalance(CardFacts card, Purchase purchase) =>
        await ReadFacts(card, await unit.ControlsOf(card.Id), purchase) with { Available = await ledger.Balance(card.Available()) };

    /// <summary>The expiry of a purchase's hold.</summary>
    public DateTimeOffset ExpiresAt(Purchase purchase, Bin bin) => unit.Now + windows.Of(purchase, bin);

    /// <summary>Decides a purchase and stores its row. The caller raises the event.</summary>
    public async ValueTask<CardTransaction> Authorize(Authorization asked)
    {
        var row = asked.Purchase.Row(ids.New<TransactionId>().Value, TransactionTypes.Authorization, asked.Card, unit.Now) with
        {
            AuthorizationId = ids.New<AuthorizationId>().Value,
        };
        var decided = await Decide(asked, () => new Journal(JournalTypes.Authorization, row.AuthorizationId!, asked.Card.Mode, row.Id));
        row = Conclude(row, decided);
        if (row.HoldChange > Usd.Zero)
        {
            await ledger.PlaceHold(row.AuthorizationId!, asked.Card.Held(), row.HoldChange, ExpiresAt(asked.Purchase, asked.Card.Bin));
            await usage.Approve(asked, row.HoldChange);
        }

        await unit.Append(row);
        return row;
    }

    /// <summary>Decides an increment and stores its row. The existing hold stays. The caller raises the event.</summary>
    public async ValueTask<CardTransaction> Increment(Authorization asked, OpenPurchase purchase)
    {
        asked = asked with { Before = purchase.Progress.Authorized - purchase.Progress.Reversed };
        var row = asked.Purchase.Row(ids.New<TransactionId>().Value, TransactionTypes.Increment, asked.Card, unit.Now) with
        {
            AuthorizationId = purchase.Root.AuthorizationId,
            ParentId = purchase.Root.Id,
        };
        row = Conclude(row, await Decide(asked, () => Journal.OfHold(JournalTypes.Increment, row.AuthorizationId!, row.Id, asked.Card.Mode)));
        if (row.HoldChange > Usd.Zero)
        {
            await ledger.ChangeHold(row.AuthorizationId!, row.HoldChange, ExpiresAt(asked.Purchase, asked.Card.Bin));
            await usage.Approve(asked, row.HoldChange);
        }

        await unit.Append(row);
        return row;
    }

    // The hold is posted without reading the balance first: the ledger either posts it or returns the available amount.
    private async ValueTask<(Authorization Asked, Verdict Verdict)> Decide(Authorization asked, Func<Journal> journal)
    {
        var verdict = AuthorizationChecks.Decide(asked);
        if (verdict.Held > Usd.Zero)
        {
            var posting = await ledger.Post(Moved(asked.Card, journal(), verdict.Held));
            if (!posting.FellShort(out var missing))
            {
                return (asked with { Available = posting.BalanceOf(asked.Card.Available()) + verdict.Held }, verdict);
            }

            asked = asked with { Available = missing.Available };
            verdict = AuthorizationChecks.Decide(asked);
            if (verdict.Held > Usd.Zero)
            {
                await ledger.PostOrThrow(Moved(asked.Card, journal(), verdict.Held));
            }
        }

        return (asked.Available is null ? asked with { Available = await ledger.Balance(asked.Card.Available()) } : asked, verdict);
    }

    private static Journal Moved(CardFacts card, Journal journal, Usd amount) =>
        journal.Debit(card.Available(), amount).Credit(card.Held(), amount);

    private static CardTransaction Conclude(CardTransaction row, (Authorization Asked, Verdict Verdict) decided)
    {
        var verdict = decided.Verdict;
        var amount = verdict.IsPartial ? verdict.Held : row.Amount;
        return row with
        {
            Status = verdict.Decline is null ? TransactionState.Authorized : TransactionState.Declined,
            Amount = amount,
            HoldChange = verdict.Held,
            AuthResponseCode = verdict.Code,
            DeclineReason = verdict.Decline?.Reason,
            IsPartial = verdict.IsPartial,
            Facts = DecisionFacts.Of(decided.Asked, amount).Text(),
        };
    }
}
