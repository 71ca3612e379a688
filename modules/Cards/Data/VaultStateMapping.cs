using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class VaultStateMapping : IEntityTypeConfiguration<VaultState>
{
    public void Configure(EntityTypeBuilder<VaultState> builder)
    {
        builder.ToTable("cards_vault_state", table =>
        {
            table.HasCheckConstraint("ck_cards_vault_state_one", "id = 1");
            table.HasCheckConstraint("ck_cards_vault_state_versions", "oldest_version BETWEEN 0 AND current_version");
        });
        builder.HasKey(state => state.Id);
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.HasData(new VaultState());
    }
}
