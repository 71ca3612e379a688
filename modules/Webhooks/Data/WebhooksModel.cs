using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Webhooks.Data;

internal sealed class WebhooksModel : IModelPart
{
    public void Apply(ModelBuilder model) => model.Entity<NoticeRow>(entity =>
    {
        entity.ToTable("webhooks_notice").HasKey(e => e.Id);
        entity.HasIndex(e => e.Id, "ix_webhooks_notice_open").HasFilter("completed_at IS NULL");
    });
}
