namespace Cryptocardium.Kernel;

/// <summary>A request with its response, for the request log. It contains no input of the caller: no body, no header, no query.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Caller">The caller; for sign-ups and sign-ins, the session that was opened.</param>
/// <param name="ReceivedAt">The time of arrival.</param>
/// <param name="LatencyMs">Milliseconds until the response.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, reduced to words and ids of the API.</param>
/// <param name="Operation">The operation; null for an unknown path.</param>
/// <param name="Status">The status of the response.</param>
public sealed record AnsweredRequest(
    string Id, Caller Caller, DateTimeOffset ReceivedAt, long LatencyMs, string Method, string Path, string? Operation, int Status)
{
    /// <summary>The error's code; null on success.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether the response was a replay.</summary>
    public bool Replayed { get; init; }

    /// <summary>The hash of the claim on its Idempotency-Key; null without one.</summary>
    public byte[]? KeyHash { get; init; }

    /// <summary>The ids of its effects.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];
}
