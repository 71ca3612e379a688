namespace Cryptocardium.Kernel.Data;

/// <summary>An event in the outbox, as far as it says what happened.</summary>
/// <param name="Id">Its id, <c>evt_…</c>.</param>
/// <param name="Type">Its type, <c>card.issued</c>.</param>
/// <param name="Mode">The book it belongs to; null for what concerns the account as a whole.</param>
/// <param name="RequestId">The request, or the run of a job, that raised it.</param>
/// <param name="SubjectId">The id of its resource; null when that has none.</param>
/// <param name="CreatedAt">When.</param>
public sealed record RaisedEvent(string Id, string Type, Mode? Mode, string RequestId, string? SubjectId, DateTimeOffset CreatedAt);
