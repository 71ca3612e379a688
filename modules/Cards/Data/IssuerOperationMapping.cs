using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

// The indexes contain open operations only, so they stay small as the table grows.
internal sealed class IssuerOperationMapping : IEntityTypeConfiguration<IssuerOperation>
{
    // IssuerOperationSql repeats this condition word for word; otherwise SQLite does not use the index.
    private const string IsOpen = "confirmed_at IS NULL";

    public void Configure(EntityTypeBuilder<IssuerOperation> builder)
    {
        builder.ToTable("cards_issuer_operation", table =>
        {
            table.HasCheckConstraint("ck_cards_issuer_operation_amount", "(kind IN ('load', 'unload')) = (amount_usd IS NOT NULL)");
            table.HasCheckConstraint("ck_cards_issuer_operation_new_card", "(kind = 'replace') = (new_card_id IS NOT NULL)");
            table.HasCheckConstraint("ck_cards_issuer_operation_issued_as", "(kind IN ('open', 'replace')) = (issued_as IS NOT NULL)");
        });
        builder.HasKey(operation => operation.Id);
        builder.HasIndex(operation => new { operation.LookAfter, operation.Id }).HasFilter(IsOpen);
        builder.HasIndex(operation => new { operation.CardId, operation.Id }).HasFilter(IsOpen);
        builder.HasIndex(operation => new { operation.NewCardId, operation.Id }).HasFilter(IsOpen);
    }
}
