using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Data;

internal sealed class TreasuryModel : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<Topup>(entity =>
        {
            entity.ToTable("treasury_topup", table => table.HasCheckConstraint(
                "ck_treasury_topup_book", $"(amount_usd < {Topup.LiveFrom.Micros}) = (mode = 'sandbox')"));
            entity.HasKey(e => e.Id);
            entity.Property(e => e.Status).HasConversion(
                status => status.Text(), text => Enum.Parse<TopupStatus>(text, ignoreCase: true));
            entity.HasIndex(e => e.DepositAddress).IsUnique();
            entity.HasIndex(e => new { e.AccountId, e.Id });
            entity.HasIndex(e => new { e.AccountId, e.AmountUsd, e.Id });
            entity.HasIndex(e => e.AccountId, "ix_treasury_topup_pending").HasFilter("status = 'pending'");
            entity.HasIndex(e => e.ExpiresAt).HasFilter("status = 'pending' AND NOT awaits_finality");
        });
        model.Entity<Deposit>(entity =>
        {
            entity.ToTable("treasury_deposit").HasKey(e => e.Id);
            entity.Property(e => e.Status).HasConversion(
                status => status.Text(), text => Enum.Parse<DepositStatus>(text, ignoreCase: true));
            entity.HasIndex(e => new { e.TopupId, e.Id });
            entity.HasIndex(e => new { e.Chain, e.TxHash, e.TxIndex }).IsUnique();
            entity.HasIndex(e => e.AccountId).HasFilter("status = 'detected'");
            entity.HasIndex(e => new { e.Mode, e.LookAt }).HasFilter("look_at IS NOT NULL");
            entity.HasIndex(e => e.VanishedAt).HasFilter("vanished_at IS NOT NULL");
        });
    }
}
