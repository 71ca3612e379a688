using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Simulator;

internal sealed class SimulatedIssuerMapping : IEntityTypeConfiguration<SimulatedIssueRow>, IEntityTypeConfiguration<SimulatedOrderRow>
{
    public void Configure(EntityTypeBuilder<SimulatedIssueRow> builder)
    {
        builder.ToTable("cards_sim_issue", table => table.HasCheckConstraint(
            "ck_cards_sim_issue_number",
            "(card_id IS NULL) = (sealed_pan IS NOT NULL) AND (card_id IS NULL) = (pan_lookup IS NOT NULL) AND (card_id IS NULL) = (key_version IS NOT NULL)"));
        builder.HasKey(row => row.Reference);
        builder.HasIndex(row => row.PanLookup).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SimulatedOrderRow> builder) =>
        builder.ToTable("cards_sim_order").HasKey(row => row.Reference);
}
