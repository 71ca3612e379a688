using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Contract;

/// <summary>The audit trail: actions on an account and the credentials that performed them. Entries are only inserted.</summary>
public interface IAudit
{
    /// <summary>Inserts an entry for the account of the caller, in the unit of work of the action.</summary>
    /// <param name="action">The action, <c>card.pan_revealed</c>.</param>
    /// <param name="subject">The id of the subject of the action.</param>
    /// <param name="mode">The mode of the subject; null when the action concerns the account as a whole.</param>
    /// <param name="changes">The fields that the action changed.</param>
    /// <returns>The id of the entry.</returns>
    ValueTask<AuditId> Record(AuditAction action, string subject, Mode? mode = null, IReadOnlyList<AuditedChange>? changes = null);

    /// <summary>Inserts an entry for another account, for actions of an operator.</summary>
    /// <param name="account">The account.</param>
    /// <param name="action">The action, <c>deposit.removed</c>.</param>
    /// <param name="subject">The id of the subject of the action.</param>
    /// <param name="mode">The mode of the subject.</param>
    /// <returns>The id of the entry.</returns>
    ValueTask<AuditId> Record(AccountId account, AuditAction action, string subject, Mode mode);

    /// <summary>The latest entries of the account of the caller with one action, newest first.</summary>
    /// <param name="action">The action.</param>
    /// <param name="since">The earliest time, exclusive.</param>
    /// <param name="limit">The maximum number of entries.</param>
    ValueTask<IReadOnlyList<AuditedAct>> Latest(AuditAction action, DateTimeOffset since, int limit);
}
