using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class CardMapping : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ToTable("cards_card", table =>
        {
            table.HasCheckConstraint("ck_cards_card_status", "status IN ('active', 'frozen', 'cancelled')");
            table.HasCheckConstraint("ck_cards_card_cancelled", "(status = 'cancelled') = (cancel_reason IS NOT NULL)");
            table.HasCheckConstraint("ck_cards_card_replaced", "replaced_by IS NULL OR status = 'cancelled'");
            table.HasCheckConstraint("ck_cards_card_frozen", "(status = 'frozen') = (decline_as IS NOT NULL)");
        });
        builder.HasKey(card => card.Id);
        builder.HasIndex(card => new { card.AccountId, card.Id });
        builder.HasIndex(card => new { card.AccountId, card.Bin, card.Id });
        builder.HasIndex(card => new { card.AccountId, card.Last4, card.Id });
        builder.HasIndex(card => new { card.AccountId, card.Label, card.Id }).HasFilter("label IS NOT NULL");

        // A card has one replacement at most. Counting replaced cards reads this index only.
        builder.HasIndex(card => card.ReplacedBy).IsUnique().HasFilter("replaced_by IS NOT NULL");
    }
}
