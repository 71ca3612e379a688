namespace Cryptocardium.Kernel;

/// <summary>Something that a request caused.</summary>
/// <param name="Resource">What it is: <c>journal</c>, <c>event</c>, <c>audit_entry</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its kind, type or action.</param>
/// <param name="CreatedAt">When.</param>
public sealed record TracedItem(string Resource, string Id, string Type, DateTimeOffset CreatedAt)
{
    /// <summary>Its book, where it has one.</summary>
    public Mode? Mode { get; init; }

    /// <summary>What it is about, where that is one resource.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Of a journal, how it changed the customer's own balances.</summary>
    public IReadOnlyList<TracedLine> Lines { get; init; } = [];
}
