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
        SELECT id, account_id, mode, bin, status, is_soft_frozen, expires_at, activated_at
        FROM cards_card WHERE id = @id AND account_id = @account_id
        """;

    private static readonly Statement Card = new(OwnCard, "id", "account_id");

    private static readonly Statement CardForUpdate = new(OwnCard + " FOR UPDATE", "id", "account_id");

    /// <summary>Reads a card and keeps others off it until the commit: everything on one card happens one after another.</summary>
    public static ValueTask<CardFacts?> LockCard(this Unit unit, AccountId account, string card) =>
        unit.One(unit.Engine == Engine.Postgres ? CardForUpdate : Card, Read, card, account);

    /// <summary>Reads a card for somebody who changes nothing.</summary>
    public static ValueTask<CardFacts?> FindCard(this Unit unit, AccountId account, string card) => unit.One(Card, Read, card, account);

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
        };
    }
}
