using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Contract;

/// <summary>The trail of what was done with an account, and by which credential. Entries are written and never changed.</summary>
public interface IAudit
{
    /// <summary>Writes an entry for the caller's account, in the caller's unit of work: it commits with what it records.</summary>
    /// <param name="action">What was done, <c>card.pan_revealed</c>.</param>
    /// <param name="subject">The id of what it was done to.</param>
    /// <returns>The entry's id.</returns>
    ValueTask<AuditId> Record(AuditAction action, string subject);

    /// <summary>Writes an entry for an account that is not the caller's: of what an operator does.</summary>
    /// <param name="account">Whose trail it stands in.</param>
    /// <param name="action">What was done, <c>deposit.removed</c>.</param>
    /// <param name="subject">The id of what it was done to.</param>
    /// <returns>The entry's id.</returns>
    ValueTask<AuditId> Record(AccountId account, AuditAction action, string subject);

    /// <summary>What the caller's account did of one kind, newest first, as far as the caller's unit of work can see.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="since">Nothing before this time.</param>
    /// <param name="limit">How many entries at most.</param>
    ValueTask<IReadOnlyList<AuditedAct>> Latest(AuditAction action, DateTimeOffset since, int limit);
}
