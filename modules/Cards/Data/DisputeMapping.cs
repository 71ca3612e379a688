using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class DisputeMapping : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("cards_dispute", table =>
        {
            table.HasCheckConstraint("ck_cards_dispute_amount", "amount > 0 AND provisional BETWEEN 0 AND amount");
            table.HasCheckConstraint("ck_cards_dispute_status", "status IN ('opened', 'responded', 'won', 'lost')");
            table.HasCheckConstraint("ck_cards_dispute_open", "(status IN ('opened', 'responded')) = (due_at IS NOT NULL)");
            table.HasCheckConstraint("ck_cards_dispute_end", "(due_at IS NULL) = (outcome IS NOT NULL)");
            table.HasCheckConstraint("ck_cards_dispute_locked", "due_at IS NOT NULL OR provisional = 0");
            table.HasCheckConstraint("ck_cards_dispute_won", "(status = 'won') = (credited IS NOT NULL)");
        });
        builder.HasKey(dispute => dispute.Id);
        builder.HasIndex(dispute => new { dispute.AccountId, dispute.Id });
        builder.HasIndex(dispute => new { dispute.AccountId, dispute.Amount, dispute.Id });

        // The database enforces one open dispute per transaction.
        builder.HasIndex(dispute => new { dispute.AccountId, dispute.TransactionId });
        builder.HasIndex(dispute => dispute.TransactionId).IsUnique().HasFilter("due_at IS NOT NULL");
        builder.HasIndex(dispute => dispute.DueAt).HasFilter("due_at IS NOT NULL");
        builder.Ignore(dispute => dispute.IsOpen);
        builder.Ignore(dispute => dispute.TakesEvidence);
    }
}
