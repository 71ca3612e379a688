using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class ControlMapping : IEntityTypeConfiguration<ControlRow>
{
    public void Configure(EntityTypeBuilder<ControlRow> builder)
    {
        builder.ToTable("cards_control", table =>
        {
            table.HasCheckConstraint(
                "ck_cards_control_spent",
                "day_spent >= 0 AND week_spent >= 0 AND month_spent >= 0 AND year_spent >= 0 AND lifetime_spent >= 0");
            table.HasCheckConstraint("ck_cards_control_uses", "day_uses >= 0 AND week_uses >= 0 AND month_uses >= 0 AND year_uses >= 0 AND lifetime_uses >= 0");
        });
        builder.HasKey(row => row.CardId);
        builder.HasOne<Card>().WithOne().HasForeignKey<ControlRow>(row => row.CardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.CancelDueAt).HasFilter("cancel_due_at IS NOT NULL");
    }
}
