using System.Data.Common;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The statements that read a card for authorisation, capture and what follows them.
internal static class CardsSql
{
    private const string OwnCard =
        """
        SELECT id, account_id, mode, bin, status, is_soft_frozen, expires_at, activated_at, cancel_reason, replaced_by
        FROM cards_card WHERE id = @id AND account_id = @account_id
        """;

    private static readonly Statement Card = new(OwnCard, "id", "account_id");

    private static readonly Statement CardForUpdate = new(OwnCard + " FOR UPDATE", "id", "account_id");

    /// <summary>Reads a card and keeps others off it until the commit: everything on one card happens one after another.</summary>
    public static ValueTask<CardFacts?> LockCard(this Unit unit, AccountId account, string card) =>
        unit.WithHeir(unit.Engine == Engine.Postgres ? CardForUpdate : Card, account, card);

    /// <summary>Reads a card for somebody who changes nothing.</summary>
    public static ValueTask<CardFacts?> FindCard(this Unit unit, AccountId account, string card) => unit.WithHeir(Card, account, card);

    // Locks go from older to newer cards, always, so two that follow the same replacements do not wait for each other in a circle.
    private static async ValueTask<CardFacts?> WithHeir(this Unit unit, Statement statement, AccountId account, string card)
    {
        var facts = await unit.One(statement, Read, card, account);
        var heir = facts;
        while (heir?.ReplacedBy is { } next)
        {
            heir = await unit.One(statement, Read, next, account);
        }

        return ReferenceEquals(facts, heir) ? facts : facts! with { Heir = heir };
    }

    private static CardFacts? Read(DbDataReader row)
    {
        var bin = BinCatalogue.Of(row.GetString(3));
        return new CardFacts
        {
            Id = row.GetString(0),
            Account = new AccountId(row.GetString(1)),
            Mode = ModeText.Parse(row.GetString(2)),
            Bin = bin,
            Status = row.GetString(4),
            IsSoftFrozen = row.GetBoolean(5),
            ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
            IsActivated = bin.Type == CardType.Virtual || !row.IsDBNull(7),
            CancelReason = row.IsDBNull(8) ? null : row.GetString(8),
            ReplacedBy = row.IsDBNull(9) ? null : row.GetString(9),
        };
    }
}
