using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class ShipmentMapping : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.ToTable("cards_shipment").HasKey(shipment => shipment.Id);
        builder.HasIndex(shipment => shipment.NextStepAt).HasFilter("next_step_at IS NOT NULL");
        builder.HasOne<Card>().WithMany().HasForeignKey(shipment => shipment.CardId).OnDelete(DeleteBehavior.Restrict);
    }
}
