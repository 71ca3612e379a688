namespace Cryptocardium.Accounts.Contract;

/// <summary>An entry of the audit trail, as far as other modules need it.</summary>
/// <param name="Subject">The id of what it was done to.</param>
/// <param name="At">When.</param>
public sealed record AuditedAct(string Subject, DateTimeOffset At);
