namespace Cryptocardium.Kernel;

/// <summary>A request and how it was answered. Holds nothing that its caller wrote: no body, no header, no query.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Account">Whose request it was.</param>
/// <param name="CredentialId">The credential that was used, or opened.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="LatencyMs">How long its answer took.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, as far as it consists of words and ids of the API.</param>
/// <param name="Operation">The operation; null when it was none.</param>
/// <param name="Status">The status of the answer.</param>
public sealed record AnsweredRequest(
    string Id, AccountId Account, string CredentialId, DateTimeOffset ReceivedAt, long LatencyMs, string Method, string Path, string? Operation,
    int Status)
{
    /// <summary>The error's code; null on success.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether the answer was one given before.</summary>
    public bool Replayed { get; init; }

    /// <summary>What identifies the claim of its Idempotency-Key; null when it had none.</summary>
    public byte[]? KeyHash { get; init; }

    /// <summary>The ids of what it caused.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];
}
