namespace Cryptocardium.Kernel.Outbox;

/// <summary>An event in the outbox.</summary>
/// <param name="Id">Its id, <c>evt_…</c>.</param>
/// <param name="Type">Its type, <c>card.issued</c>.</param>
/// <param name="Mode">The mode; null when the event concerns the account as a whole.</param>
/// <param name="RequestId">The request, or the run of a job, that raised it.</param>
/// <param name="SubjectId">The id of the resource.</param>
/// <param name="Sequence">The place among the events of the account: 1, 2, 3 without a gap, in the order of commits.</param>
/// <param name="CreatedAt">The time of the unit of work that raised it.</param>
public sealed record RaisedEvent(
    string Id, string Type, Mode? Mode, string RequestId, string SubjectId, long Sequence, DateTimeOffset CreatedAt)
{
    /// <summary>The card that it concerns; null for none.</summary>
    public string? CardId { get; init; }
}
