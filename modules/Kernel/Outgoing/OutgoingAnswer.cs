namespace Cryptocardium.Kernel.Outgoing;

/// <summary>The outcome of a request: a response, or the reason for having none.</summary>
public sealed record OutgoingAnswer
{
    /// <summary>The reason for having no response; null with one.</summary>
    public OutgoingFailure? Failure { get; init; }

    /// <summary>The status of the response, which can be a redirect; 0 without a response.</summary>
    public int Status { get; init; }

    /// <summary>The media type of the response.</summary>
    public string? MediaType { get; init; }

    /// <summary>The body, up to the limit.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body is longer than the limit.</summary>
    public bool IsCut { get; init; }

    /// <summary>The duration of the request.</summary>
    public TimeSpan Elapsed { get; init; }
}
