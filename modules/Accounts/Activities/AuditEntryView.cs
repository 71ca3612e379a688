using Cryptocardium.Accounts.Data;
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
        SubjectId = row.Subject,
        CredentialId = row.CredentialId,
        RequestId = row.RequestId,
    };
}
