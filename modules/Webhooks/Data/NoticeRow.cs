namespace Cryptocardium.Webhooks.Data;

// A notice of the platform. A job raises its event for every account, in the order of their ids.
internal sealed class NoticeRow
{
    public required string Id { get; set; }

    public required string Type { get; set; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public string? DocUrl { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    // The last account that has the event; empty for none.
    public required string LastAccount { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }
}
