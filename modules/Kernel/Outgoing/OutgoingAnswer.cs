namespace Cryptocardium.Kernel.Outgoing;

/// <summary>The outcome of a request: an answer, or the reason why there is none.</summary>
public sealed record OutgoingAnswer
{
    /// <summary>Null when there is an answer.</summary>
    public OutgoingFailure? Failure { get; init; }

    /// <summary>The status of the answer, a redirect's too; 0 without one.</summary>
    public int Status { get; init; }

    /// <summary>The media type that the answer states.</summary>
    public string? MediaType { get; init; }

    /// <summary>The body, as far as it was read.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body goes on.</summary>
    public bool IsCut { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}
