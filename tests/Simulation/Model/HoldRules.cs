using static Cryptocardium.Tests.Simulation.Model.Line;

namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>Postings of holds and refunds other than captures, by their numbers in the description of the ledger.</summary>
internal static class HoldRules
{
    private static readonly TimeSpan Lodging = TimeSpan.FromDays(30);
    private static readonly TimeSpan Mastercard = TimeSpan.FromDays(7);
    private static readonly TimeSpan CardNotPresent = TimeSpan.FromDays(10);

    /// <summary>The hold window. All purchases of a run are made with the card absent.</summary>
    public static TimeSpan Window(Card card, string mcc) => mcc is "7011" or "3504" or "7513" ? Lodging : card.IsMastercard ? Mastercard : CardNotPresent;

    /// <summary>11b: an increment.</summary>
    public static void Increase(this World world, Authorization authorization, long amount)
    {
        world.Hold(authorization.Card, amount);
        authorization.Open += amount;
        authorization.Authorized += amount;
        authorization.ExpiresAt = world.Now + Window(authorization.Card, authorization.Mcc);
    }

    /// <summary>13: a hold is released.</summary>
    public static void Release(this World world, Authorization authorization, long amount)
    {
        GiveBack(world, authorization, amount);
        authorization.Reversed += amount;
    }

    /// <summary>An advice sets the hold, limited by the balance of the last card in the chain of replacements.</summary>
    public static long Adjust(this World world, Authorization authorization, long actual)
    {
        var card = authorization.Card;
        var change = Math.Min(actual - authorization.Open, world.Books.Of(card.FundingAccount));
        if (change > 0)
        {
            world.Books.Post(Debit(card.FundingAccount, change), Credit(card.Held, change));
            authorization.Open += change;
        }
        else if (change < 0)
        {
            GiveBack(world, authorization, -change);
        }

        authorization.Authorized += change;
        return authorization.Open;
    }

    /// <summary>12e and 14c: taken from card, treasury and debt in this order.</summary>
    public static void TakeForced(this World world, Card card, long amount)
    {
        var treasury = Account.Available(card.Mode, card.Owner.Id);
        var fromCard = Math.Min(amount, world.Books.Of(card.FundingAccount));
        var fromTreasury = Math.Min(amount - fromCard, world.Books.Of(treasury));
        world.Books.Post(
            Debit(card.FundingAccount, fromCard), Debit(treasury, fromTreasury),
            Debit(Account.Receivable(card.Mode, card.Owner.Id), amount - fromCard - fromTreasury),
            Credit(Account.Settlement(card.Mode), amount));
    }

    /// <summary>14: a refund.</summary>
    public static void Refund(this World world, Card card, long amount)
    {
        var destination = card.Destination;
        world.Books.Post(Debit(Account.SettlementReceivable(card.Mode), amount), Credit(destination, amount));
        world.Sweep(card.Mode, card.Owner, destination);
    }

    /// <summary>Expires holds whose window is over.</summary>
    public static void ExpireOverdue(this World world)
    {
        var overdue = world.Customers.SelectMany(customer => customer.Authorizations)
            .Where(authorization => authorization.Open > 0 && authorization.ExpiresAt <= world.Now)
            .OrderBy(authorization => authorization.ExpiresAt).ThenBy(authorization => authorization.Id, StringComparer.Ordinal);
        foreach (var authorization in overdue.ToList())
        {
            world.Release(authorization, authorization.Open);
        }
    }

    private static void GiveBack(World world, Authorization authorization, long amount)
    {
        var card = authorization.Card;
        var destination = card.Destination;
        world.Books.Post(Debit(card.Held, amount), Credit(destination, amount));
        world.Sweep(card.Mode, card.Owner, destination);
        authorization.Open -= amount;
    }
}
