using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Data;

// Tables of withdrawals and payouts. The partial indexes hold open payouts only, so they stay small as the table grows.
internal sealed class PayoutModel : IModelPart
{
    // PayoutSql repeats this text exactly, because SQLite compares the condition of a partial index by its text.
    private const string IsOpen = "state IN ('held', 'signed', 'sent')";

    public void Apply(ModelBuilder model)
    {
        model.Entity<Withdrawal>(entity =>
        {
            entity.ToTable("treasury_withdrawal", table => table.HasCheckConstraint(
                "ck_treasury_withdrawal_fee", "network_fee_usd >= 0 AND network_fee_usd < amount_usd"));
            entity.HasKey(e => e.Id);
            entity.Property(e => e.Status).HasConversion(
                status => EnumText.Of(status), text => EnumText.Parse<WithdrawalStatus>(text));
            entity.Property(e => e.FailureReason).HasConversion(
                reason => EnumText.Of(reason!.Value), text => EnumText.Parse<FailureReason>(text));
            entity.HasIndex(e => new { e.AccountId, e.Id });
            entity.HasIndex(e => new { e.AccountId, e.AmountUsd, e.Id });
            entity.HasIndex(e => new { e.AccountId, e.Address, e.Id });
        });
        model.Entity<Payout>(entity =>
        {
            entity.ToTable("treasury_payout", table => table.HasCheckConstraint(
                "ck_treasury_payout_signed",
                "(state IN ('held', 'cancelled')) <= (signed_bytes IS NULL) AND (state IN ('signed', 'sent', 'confirmed')) <= (signed_bytes IS NOT NULL)"));
            entity.HasKey(e => e.Id);
            entity.Property(e => e.Kind).HasConversion(kind => EnumText.Of(kind), text => EnumText.Parse<PayoutKind>(text));
            entity.Property(e => e.State).HasConversion(state => EnumText.Of(state), text => EnumText.Parse<PayoutState>(text));
            entity.HasIndex(e => e.TxHash).IsUnique();
            entity.HasIndex(e => e.AccountId).HasFilter(IsOpen);
            entity.HasIndex(e => new { e.Mode, e.Chain, e.NotBefore }).HasFilter("state = 'held'");
            entity.HasIndex(e => new { e.Mode, e.Chain, e.LeaseUntil }).HasFilter("state = 'signed'");
            entity.HasIndex(e => new { e.Mode, e.Chain, e.Id }).HasFilter("state = 'sent'");
            entity.HasIndex(e => e.Mode).HasFilter("failures > 0");
            entity.HasIndex(e => new { e.AccountId, e.Mode, e.Chain }).HasFilter("state = 'sent'");
        });
        model.Entity<PromiseRow>().ToTable("treasury_promise", table => table.HasCheckConstraint(
            "ck_treasury_promise_floor", "held >= 0 AND transfers >= 0")).HasKey(e => e.Id);
        model.Entity<WalletRow>().ToTable("treasury_wallet").HasKey(e => e.Id);
    }
}
