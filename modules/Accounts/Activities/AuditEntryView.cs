using System.Text.Json;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Activities;

// Converts an audit entry to the contract.
internal static class AuditEntryView
{
    public static AuditEntry Show(AuditRow row) => new()
    {
        Id = row.Id,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.CreatedAt,
        Action = row.Action,
        Mode = row.Mode?.Text(),
        SubjectId = row.SubjectId,
        Actor = ActorView.Show(row.ActorType, row.ActorId),
        RequestId = row.RequestId,
        Changes = row.Changes is null ? null : [.. JsonSerializer.Deserialize<List<AuditedChange>>(row.Changes)!.Select(Show)],
    };

    private static AuditChange Show(AuditedChange change) => new() { Field = change.Field, Before = change.Before, After = change.After };
}
