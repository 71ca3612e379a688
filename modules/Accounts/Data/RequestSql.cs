using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

internal static class RequestSql
{
    // A batch whose commit is unknown is inserted again, so existing rows are skipped.
    public static readonly Statement Insert = new(
        """
        INSERT INTO accounts_request (
            id, account_id, actor_type, actor_id, method, path, operation, status, error_code, latency_ms, replayed, key_hash, caused, created_at)
        VALUES (
            @id, @account_id, @actor_type, @actor_id, @method, @path, @operation, @status, @error_code, @latency_ms, @replayed, @key_hash, @caused,
            @created_at)
        ON CONFLICT (account_id, id) DO NOTHING
        """,
        "id", "account_id", "actor_type", "actor_id", "method", "path", "operation", "status", "error_code", "latency_ms", "replayed", "key_hash", "caused",
        "created_at");

    public static readonly ExpiredRows Expired = new("accounts_request", "created_at");
}
