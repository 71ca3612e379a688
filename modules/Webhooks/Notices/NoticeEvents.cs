using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Cryptocardium.Webhooks.Data;

namespace Cryptocardium.Webhooks.Notices;

// Raises the events of a notice.
internal sealed class NoticeEvents(UnitOfWork unit)
{
    public void Raise(NoticeRow notice, IReadOnlyList<AccountId> accounts)
    {
        var type = EventTypes.All.Single(type => type.Name == notice.Type);
        var resource = JsonSerializer.SerializeToUtf8Bytes(Show(notice), V1Json.Wire.Notice);
        foreach (var account in accounts)
        {
            unit.Raise(type, account, mode: null, notice.Id, resource);
        }
    }

    private static Notice Show(NoticeRow notice) => new()
    {
        Id = notice.Id,
        CreatedAt = notice.CreatedAt,
        UpdatedAt = notice.CreatedAt,
        Title = notice.Title,
        Text = notice.Text,
        StartsAt = notice.StartsAt,
        EndsAt = notice.EndsAt,
        DocUrl = notice.DocUrl,
    };
}
