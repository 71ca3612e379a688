using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("cards_evidence", table => table.HasCheckConstraint("ck_cards_evidence_size", "size_bytes > 0"));
        builder.HasKey(evidence => evidence.Id);
        builder.HasIndex(evidence => new { evidence.DisputeId, evidence.Id });
        builder.HasIndex(evidence => evidence.StoredName).IsUnique();
        builder.HasOne<Dispute>().WithMany().HasForeignKey(evidence => evidence.DisputeId).OnDelete(DeleteBehavior.Restrict);
    }
}
