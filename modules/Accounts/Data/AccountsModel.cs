using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Accounts.Data;

internal sealed class AccountsModel : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<AccountRow>(entity =>
        {
            entity.ToTable("accounts_account").HasKey(e => e.Id);
            entity.HasIndex(e => e.Email).IsUnique();
        });
        model.Entity<SessionRow>(entity =>
        {
            entity.ToTable("accounts_session").HasKey(e => e.Id);
            entity.HasIndex(e => e.TokenHash).IsUnique();
            entity.HasIndex(e => e.LastUsedAt);
        });
        model.Entity<AuditRow>(entity =>
        {
            entity.ToTable("accounts_audit").HasKey(e => e.Id);
            entity.HasIndex(e => new { e.AccountId, e.Id });
            entity.HasIndex(e => new { e.AccountId, e.RequestId, e.Id });
        });
        model.Entity<RequestRow>(entity =>
        {
            entity.ToTable("accounts_request").HasKey(e => e.No);
            entity.Property(e => e.No).ValueGeneratedOnAdd();
            entity.HasIndex(e => new { e.AccountId, e.Id }).IsUnique();
        });
    }

    public void Apply(ModelConfigurationBuilder conventions) => conventions.StoreId<SessionId>();
}
