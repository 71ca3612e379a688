namespace Cryptocardium.Accounts.Contract;

/// <summary>The part of an audit entry that other modules read.</summary>
/// <param name="Subject">The id of the subject of the action.</param>
/// <param name="At">The time of the action.</param>
public sealed record AuditedAct(string Subject, DateTimeOffset At);
