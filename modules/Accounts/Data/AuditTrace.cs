using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

// Finds the audit entries of a request.
internal sealed class AuditTrace(UnitOfWork unit) : ITraceSource
{
    public async ValueTask<IReadOnlyList<TracedItem>> Find(RowFilter owned, IReadOnlyList<string> caused)
    {
        var ids = caused.Where(id => id.StartsWith($"{AuditId.Prefix}_", StringComparison.Ordinal)).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await unit.Select<AuditRow>(owned).OneOf(nameof(AuditRow.Id), ids).ToList();
        return [.. rows.Select(row => new TracedItem("audit_entry", row.Id, row.Action, row.CreatedAt)
        {
            Mode = row.Mode,
            SubjectId = row.SubjectId,
        })];
    }
}
