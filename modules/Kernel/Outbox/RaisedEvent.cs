namespace Cryptocardium.Kernel.Outbox;

/// <summary>An event in the outbox.</summary>
/// <param name="Id">Its id, <c>evt_…</c>.</param>
/// <param name="Type">Its type, <c>card.issued</c>.</param>
/// <param name="Mode">The book it belongs to; null when it concerns the account as a whole.</param>
/// <param name="RequestId">The request, or the run of a job, that raised it.</param>
/// <param name="SubjectId">The id of its resource.</param>
/// <param name="Sequence">Its place among the events of its account: 1, 2, 3 without a gap, in the order of commits.</param>
/// <param name="CreatedAt">The time of the unit of work that raised it.</param>
public sealed record RaisedEvent(
    string Id, string Type, Mode? Mode, string RequestId, string SubjectId, long Sequence, DateTimeOffset CreatedAt);
