using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Data;

internal static class RequestSql
{
    public static readonly Insertion Requests = new(
        "accounts_request", "id text", "account_id text", "credential_id text", "method text", "path text", "operation text", "status bigint",
        "error_code text", "latency_ms bigint", "replayed boolean", "key_hash bytea", "caused text", "created_at bigint");

    // Rows are added in the order of time, so the oldest are found without an index on it.
    public static readonly Statement Purge = new(
        """
        DELETE FROM accounts_request WHERE no IN (SELECT no FROM accounts_request ORDER BY no LIMIT @batch) AND created_at < @before
        """,
        "batch", "before");
}
