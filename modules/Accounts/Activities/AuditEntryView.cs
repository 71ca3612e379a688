using Cryptocardium.Accounts.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Activities;

// An entry of the trail as the contract shows it.
internal static class AuditEntryView
{
    public static AuditEntry Show(AuditRow row) => new()
    {
        Id = row.Id,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.CreatedAt,
        Action = row.Action,
        SubjectId = row.Subject,
        CredentialId = row.CredentialId,
        RequestId = row.RequestId,
    };
}
