using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The statements that read a card for authorizations, captures and later steps.
internal static class CardsSql
{
    private static readonly OwnedColumns Owner = new("mode", "id");

    private static readonly OwnedStatement Card = new(Owner, Select, "id") { PassesMemory = true };

    private static readonly OwnedStatement CardForUpdate = new(Owner, static owned => Select(owned) + " FOR UPDATE", "id") { PassesMemory = true };

    // Locked cards with their successors, which are locked as well.
    private static readonly LockedTable<CardFacts> LockedCards = new("cards_card");

    /// <summary>Reads a card and locks it until the commit, which serializes everything on one card.</summary>
    public static async ValueTask<CardFacts?> LockCard(this UnitOfWork unit, RowFilter rows, string card) =>
        await unit.Locked(card, unit.QueryCard(rows, card));

    /// <summary>Locks a card and reads its controls and usage, in one round trip.</summary>
    public static async ValueTask<(CardFacts? Card, ControlRow? Controls)> LockCardAndControls(this UnitOfWork unit, RowFilter rows, string card)
    {
        var found = unit.QueryCard(rows, card);
        var controls = unit.ControlsLater(card);
        var locked = await unit.Locked(card, found);
        return (locked, locked is null ? null : await unit.KeepControls(card, controls));
    }

    /// <summary>Reads a card without a lock.</summary>
    public static async ValueTask<CardFacts?> FindCard(this UnitOfWork unit, RowFilter rows, string card) =>
        await unit.One(Card, rows, Read, card) is { } facts ? await unit.WithSuccessor(Card, facts) : null;

    private static OwnedStatement Locking(UnitOfWork unit) => unit.Engine == Engine.Postgres ? CardForUpdate : Card;

    private static PendingRows<CardFacts?> QueryCard(this UnitOfWork unit, RowFilter rows, string card) =>
        unit.Batch.Locked(LockedCards)?.Find(card) is { } known
            ? rows.Allows(known.Account, known.Mode, known.Id) ? PendingRows<CardFacts?>.Of(known) : PendingRows<CardFacts?>.None
            : unit.Batch.QueryLater(Locking(unit), rows, Read, card);

    private static async ValueTask<CardFacts?> Locked(this UnitOfWork unit, string card, PendingRows<CardFacts?> asked)
    {
        if ((await unit.Batch.Rows(asked)).FirstOrDefault() is not { } found)
        {
            return null;
        }

        var facts = found.Successor is not null ? found : await unit.WithSuccessor(Locking(unit), found);
        unit.Batch.Locked(LockedCards)?.Add(card, facts);
        return facts;
    }

    // Locks are taken from older to newer cards, so two commands that follow the same replacements cannot deadlock.
    private static async ValueTask<CardFacts> WithSuccessor(this UnitOfWork unit, OwnedStatement statement, CardFacts facts)
    {
        var successor = facts;
        while (successor?.ReplacedBy is { } next)
        {
            successor = await unit.One(statement, RowFilter.OfAccount(successor.Account), Read, next);
        }

        return ReferenceEquals(facts, successor) ? facts : facts with { Successor = successor };
    }

    // The end of the issuer's outage is read along, which saves purchases a second statement.
    private static string Select(string owned) =>
        $"""
        SELECT id, account_id, mode, bin, status, decline_as, expires_at, activated_at, cancel_reason, replaced_by,
            (SELECT ends_at FROM cards_fault AS fault WHERE fault.account_id = cards_card.account_id AND fault.mode = cards_card.mode
                AND fault.type = '{FaultType.Outage}') AS outage_ends_at
        FROM cards_card WHERE id = @id AND {owned}
        """;

    private static CardFacts? Read(IRow row)
    {
        var bin = BinCatalogue.Of(row.GetString("bin"));
        return new CardFacts
        {
            Id = row.GetString("id"),
            Account = new AccountId(row.GetString("account_id")),
            Mode = row.GetMode("mode"),
            Bin = bin,
            Status = row.GetString("status"),
            DeclineAs = row.GetText("decline_as"),
            ExpiresAt = row.GetInstant("expires_at"),
            IsActivated = bin.Type == CardType.Virtual || !row.IsDBNull("activated_at"),
            CancelReason = row.GetText("cancel_reason"),
            ReplacedBy = row.GetText("replaced_by"),
            OutageEndsAt = row.IsDBNull("outage_ends_at") ? null : row.GetInstant("outage_ends_at"),
        };
    }
}
