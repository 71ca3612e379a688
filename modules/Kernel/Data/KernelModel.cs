using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Data;

internal sealed class KernelModel : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<EventRow>(entity =>
        {
            entity.ToTable("kernel_event").HasKey(e => e.No);
            entity.Property(e => e.No).ValueGeneratedOnAdd();
            entity.HasIndex(e => new { e.AccountId, e.Id }).IsUnique();
            entity.HasIndex(e => new { e.AccountId, e.Sequence }).IsUnique();

            // The accounts in order, for notices to all of them.
            entity.HasIndex(e => e.AccountId).HasFilter("sequence = 1");

            // The reconciliation compares the last of these with the ledger.
            entity.HasIndex(e => new { e.AccountId, e.Mode, e.Sequence }).HasFilter($"type = '{EventTypes.AccountBalanceChanged.Name}'");
        });
        model.Entity<ReplyRow>(entity =>
        {
            entity.ToTable("kernel_reply").HasKey(e => e.No);
            // PostgreSQL numbers the rows itself: a migration by hand says so, and adds the index by key.
            entity.Property(e => e.No).ValueGeneratedNever();
        });
        model.Entity<KeyRow>(entity => entity.ToTable(StoredKeys.Table).HasKey(e => e.Name));
    }
}
