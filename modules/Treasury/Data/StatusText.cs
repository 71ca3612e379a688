using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Data;

// Statuses as the database and the contract write them.
internal static class StatusText
{
    public static string Text(this TopupStatus status) => status.ToString().ToLowerInvariant();

    public static string Text(this DepositStatus status) => status.ToString().ToLowerInvariant();

    // Null for a text that is no status.
    public static TopupStatus? Find(string text) =>
        Enum.GetValues<TopupStatus>().Cast<TopupStatus?>().FirstOrDefault(status => status!.Value.Text() == text);
}
