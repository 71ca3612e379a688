using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

// Statements that run with each request, or that must find a conflict before the unit of work saves.
internal static class AccountsSql
{
    private const string Sessions =
        "SELECT id, account_id, created_at, last_used_at, revoked_at, token_hash FROM accounts_session WHERE token_hash ";

    // Inserts no row if the e-mail is taken, even by another node at the same moment.
    public static readonly Statement InsertAccount = new(
        """
        INSERT INTO accounts_account (id, email, password_hash, production, created_at, updated_at)
        VALUES (@id, @email, @password_hash, @production, @now, @now)
        ON CONFLICT (email) DO NOTHING
        """,
        "id", "email", "password_hash", "production", "now");

    public static readonly Statement InsertSession = new(
        """
        INSERT INTO accounts_session (id, account_id, token_hash, created_at, last_used_at)
        VALUES (@id, @account_id, @token_hash, @now, @now)
        """,
        "id", "account_id", "token_hash", "now");

    public static readonly Statement InsertAudit = new(
        """
        INSERT INTO accounts_audit (id, account_id, actor_type, actor_id, action, subject_id, mode, changes, request_id, created_at)
        VALUES (@id, @account_id, @actor_type, @actor_id, @action, @subject_id, @mode, @changes, @request_id, @now)
        """,
        "id", "account_id", "actor_type", "actor_id", "action", "subject_id", "mode", "changes", "request_id", "now");

    public static readonly Statement LatestAudit = new(
        """
        SELECT subject_id, created_at FROM accounts_audit
        WHERE account_id = @account_id AND id >= @first_id AND action = @action AND created_at > @since
        ORDER BY id DESC LIMIT @limit
        """,
        "account_id", "first_id", "action", "since", "limit");

    public static readonly Statement FindPassword = new(
        "SELECT id, password_hash FROM accounts_account WHERE email = @email", "email");

    public static readonly Statement IsProduction = new("SELECT production FROM accounts_account WHERE id = @id", "id");

    public static readonly Statement OpenedAt = new("SELECT created_at FROM accounts_account WHERE id = @id", "id");

    public static readonly Statement EnterProduction = new(
        "UPDATE accounts_account SET production = @yes, updated_at = @now WHERE id = @id AND NOT production", "yes", "now", "id");

    public static readonly Statement FindSession = new(Sessions + "= @token_hash", "token_hash");

    public static readonly Statement FindSessions = new(Sessions + "= ANY(@token_hashes)", "token_hashes");

    public static readonly Statement RevokeSession = new(
        "UPDATE accounts_session SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL RETURNING token_hash, created_at", "now", "id");

    public static readonly Statement TouchSession = new(
        "UPDATE accounts_session SET last_used_at = @used_at WHERE id = @id AND last_used_at < @used_at", "used_at", "id");

    public static readonly Statement PurgeSessions = new(
        """
        DELETE FROM accounts_session WHERE id IN
            (SELECT id FROM accounts_session WHERE last_used_at < @before ORDER BY last_used_at LIMIT @batch)
        """,
        "before", "batch");
}
