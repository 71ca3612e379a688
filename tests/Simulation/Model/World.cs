using static Cryptocardium.Tests.Simulation.Model.Line;

namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>The state of one run and its postings, with their numbers in the description of the ledger.</summary>
internal sealed class World
{
    private const long OpeningCapital = 1_000_000 * Money.Dollar;

    public Books Books { get; } = new();

    public List<Customer> Customers { get; } = [];

    public required DateTimeOffset Now { get; set; }

    /// <summary>27: the opening capital of each simulated chain.</summary>
    public void Open()
    {
        foreach (var mode in new[] { Account.Live, Account.Sandbox })
        {
            foreach (var chain in Chains.All)
            {
                Books.Post(
                    Debit(Account.Chain(mode, chain), OpeningCapital), Debit(Account.Gas(mode, chain), OpeningCapital),
                    Credit(Account.Equity(mode), 2 * OpeningCapital));
            }
        }
    }

    /// <summary>1: a top-up is posted as a memo.</summary>
    public void Announce(Topup topup) => Books.Post(
        Debit(Account.Expected(topup.Mode, topup.Owner.Id), topup.Amount), Credit(Account.Pending(topup.Mode, topup.Owner.Id), topup.Amount));

    /// <summary>2: the memo of a closed top-up is reversed.</summary>
    public void Release(Topup topup) => Books.Post(
        Debit(Account.Pending(topup.Mode, topup.Owner.Id), topup.Amount), Credit(Account.Expected(topup.Mode, topup.Owner.Id), topup.Amount));

    /// <summary>4 and 5: a deposit is credited, in whole cents to the customer.</summary>
    public void Credited(Topup topup, long received)
    {
        var available = Account.Available(topup.Mode, topup.Owner.Id);
        var cents = Money.FloorToCents(received);
        Books.Post(
            Debit(Account.Chain(topup.Mode, topup.Chain), received),
            Credit(available, cents), Credit(Account.Rounding(topup.Mode), received - cents));
        Sweep(topup.Mode, topup.Owner, available);
    }

    /// <summary>9: a load, with its fee on top.</summary>
    public void Load(Card card, long amount)
    {
        var fee = Money.RailFee(amount);
        Books.Post(
            Debit(Account.Available(card.Mode, card.Owner.Id), amount + fee),
            Credit(card.Available, amount), Credit(Account.RailFee(card.Mode), fee));
        Sweep(card.Mode, card.Owner, card.Available);
    }

    /// <summary>10 and 22: money returns from a card to the treasury.</summary>
    public void Unload(Card card, long amount)
    {
        var treasury = Account.Available(card.Mode, card.Owner.Id);
        Books.Post(Debit(card.Available, amount), Credit(treasury, amount));
        Sweep(card.Mode, card.Owner, treasury);
    }

    /// <summary>23: the balance moves to the replacing card. The hold stays.</summary>
    public void Replace(Card card, Card replacement)
    {
        var available = Books.Of(card.Available);
        Books.Post(Debit(card.Available, available), Credit(replacement.Available, available));
        Sweep(card.Mode, card.Owner, replacement.Available);
        card.Status = Card.Cancelled;
        card.ReplacedBy = replacement;
    }

    /// <summary>11: an approval.</summary>
    public void Hold(Card card, long amount) => Books.Post(Debit(card.Available, amount), Credit(card.Held, amount));

    /// <summary>12 to 12d: a capture takes from the hold, then from the card, then from the treasury. The rest is a debt.</summary>
    public void Capture(Authorization authorization, long amount, bool final)
    {
        var card = authorization.Card;
        var treasury = Account.Available(card.Mode, card.Owner.Id);
        var fromHold = Math.Min(authorization.Open, amount);
        var released = final ? authorization.Open - fromHold : 0;
        var beyond = amount - fromHold;
        var fromCard = Math.Min(beyond, Books.Of(card.FundingAccount));
        var fromTreasury = Math.Min(beyond - fromCard, Books.Of(treasury));
        var destination = card.Destination;
        Books.Post(
            Debit(card.Held, fromHold + released), Debit(card.FundingAccount, fromCard), Debit(treasury, fromTreasury),
            Debit(Account.Receivable(card.Mode, card.Owner.Id), beyond - fromCard - fromTreasury),
            Credit(Account.Settlement(card.Mode), amount), Credit(destination, released));
        authorization.Open -= fromHold + released;
        authorization.Captured += amount;
        card.Captured += amount;
        authorization.IsOver |= final;
        if (released > 0)
        {
            Sweep(card.Mode, card.Owner, destination);
        }
    }

    /// <summary>30: every credit settles a debt first.</summary>
    public void Sweep(string mode, Customer owner, string credited)
    {
        var receivable = Account.Receivable(mode, owner.Id);
        var swept = Math.Min(Books.Of(receivable), Books.Of(credited));
        Books.Post(Debit(credited, swept), Credit(receivable, swept));
    }
}
