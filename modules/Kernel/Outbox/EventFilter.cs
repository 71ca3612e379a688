namespace Cryptocardium.Kernel.Outbox;

/// <summary>Selects events of an account by what they say. Null selects all.</summary>
public sealed record EventFilter
{
    /// <summary>The type of the events.</summary>
    public string? Type { get; init; }

    /// <summary>The request that raised the events.</summary>
    public string? RequestId { get; init; }

    /// <summary>The resource of the events.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The card that the events concern.</summary>
    public string? CardId { get; init; }

    /// <summary>The mode of the events.</summary>
    public Mode? Mode { get; init; }

    /// <summary>Raised at this time or later.</summary>
    public DateTimeOffset From { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Raised before this time.</summary>
    public DateTimeOffset Until { get; init; } = DateTimeOffset.MaxValue;
}
