using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

// Changes is a JSON array of AuditedChange.
internal sealed class AuditRow : IOwnedInOptionalMode
{
    public required string Id { get; set; }

    public AccountId AccountId { get; set; }

    public required string ActorType { get; set; }

    public string? ActorId { get; set; }

    public required string Action { get; set; }

    public required string SubjectId { get; set; }

    public Mode? Mode { get; set; }

    public string? Changes { get; set; }

    public required string RequestId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
