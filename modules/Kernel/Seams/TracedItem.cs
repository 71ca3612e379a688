namespace Cryptocardium.Kernel;

/// <summary>An effect of a request.</summary>
/// <param name="Resource">The kind of resource: <c>journal</c>, <c>event</c>, <c>audit_entry</c>.</param>
/// <param name="Id">The id.</param>
/// <param name="Type">The kind of a journal, type of an event or action of an audit entry.</param>
/// <param name="CreatedAt">The time of creation.</param>
public sealed record TracedItem(string Resource, string Id, string Type, DateTimeOffset CreatedAt)
{
    /// <summary>The mode; null when it concerns the account as a whole.</summary>
    public Mode? Mode { get; init; }

    /// <summary>The id of the resource that it concerns; null when there is not exactly one.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The changes of the customer's own balances by a journal.</summary>
    public IReadOnlyList<TracedLine> Lines { get; init; } = [];
}
