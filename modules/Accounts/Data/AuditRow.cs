using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

internal sealed class AuditRow : IOwned
{
    public required string Id { get; set; }

    public AccountId AccountId { get; set; }

    public required string CredentialId { get; set; }

    public required string Action { get; set; }

    public required string Subject { get; set; }

    public required string RequestId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
