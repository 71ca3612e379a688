using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class FaultMapping : IEntityTypeConfiguration<Fault>
{
    public void Configure(EntityTypeBuilder<Fault> builder)
    {
        builder.ToTable("cards_fault", table =>
        {
            table.HasCheckConstraint("ck_cards_fault_latency", $"(type = '{FaultType.Latency}') = (latency_ms IS NOT NULL)");
            table.HasCheckConstraint("ck_cards_fault_end", "ends_at > created_at");
        });
        builder.HasKey(fault => fault.Id);
        builder.HasIndex(fault => new { fault.AccountId, fault.Mode, fault.Type }).IsUnique();
        builder.HasIndex(fault => new { fault.AccountId, fault.Id });
    }
}
