using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class VaultMapping : IEntityTypeConfiguration<VaultRow>
{
    public void Configure(EntityTypeBuilder<VaultRow> builder)
    {
        builder.ToTable("cards_vault").HasKey(row => row.CardId);
        builder.HasIndex(row => row.PanLookup).IsUnique();
        builder.HasOne<Card>().WithOne().HasForeignKey<VaultRow>(row => row.CardId).OnDelete(DeleteBehavior.Restrict);
    }
}
