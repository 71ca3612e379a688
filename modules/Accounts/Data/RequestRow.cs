using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

// A row of accounts_request. Caused has the ids of the effects, separated by spaces.
internal sealed class RequestRow : IOwned
{
    public long No { get; set; }

    public required string Id { get; set; }

    public AccountId AccountId { get; set; }

    public required string ActorType { get; set; }

    public required string ActorId { get; set; }

    public required string Method { get; set; }

    public required string Path { get; set; }

    public string? Operation { get; set; }

    public long Status { get; set; }

    public string? ErrorCode { get; set; }

    public long LatencyMs { get; set; }

    public bool Replayed { get; set; }

    public byte[]? KeyHash { get; set; }

    public required string Caused { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
