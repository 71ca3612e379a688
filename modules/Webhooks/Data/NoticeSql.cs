using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Webhooks.Data;

internal static class NoticeSql
{
    public static readonly RowLock Lock = new("webhooks_notice");

    public static readonly Statement Insert = new(
        """
        INSERT INTO webhooks_notice (id, type, title, text, starts_at, ends_at, doc_url, created_at, last_account)
        VALUES (@id, @type, @title, @text, @starts_at, @ends_at, @doc_url, @created_at, @last_account)
        """,
        "id", "type", "title", "text", "starts_at", "ends_at", "doc_url", "created_at", "last_account");

    public static readonly Statement Open = new("SELECT id FROM webhooks_notice WHERE completed_at IS NULL ORDER BY id LIMIT 1");

    public static readonly Statement Find = new(
        """
        SELECT id, type, title, text, starts_at, ends_at, doc_url, created_at, last_account, completed_at FROM webhooks_notice WHERE id = @id
        """,
        "id");

    public static readonly Statement Advance = new(
        "UPDATE webhooks_notice SET last_account = @last_account, completed_at = @completed_at WHERE id = @id", "last_account", "completed_at", "id");

    public static NoticeRow Read(IRow row) => new()
    {
        Id = row.GetString("id"),
        Type = row.GetString("type"),
        Title = row.GetString("title"),
        Text = row.GetString("text"),
        StartsAt = Time(row, "starts_at"),
        EndsAt = Time(row, "ends_at"),
        DocUrl = row.GetText("doc_url"),
        CreatedAt = row.GetInstant("created_at"),
        LastAccount = row.GetString("last_account"),
        CompletedAt = Time(row, "completed_at"),
    };

    private static DateTimeOffset? Time(IRow row, string column) => row.IsDBNull(column) ? null : row.GetInstant(column);
}
