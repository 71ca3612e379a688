using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Data;

// Converts statuses to the text of the database and the contract.
internal static class StatusText
{
    public static string Text(this TopupStatus status) => status.ToString().ToLowerInvariant();

    public static string Text(this DepositStatus status) => status.ToString().ToLowerInvariant();

    // Returns null for an unknown text.
    public static TopupStatus? Find(string text) =>
        Enum.GetValues<TopupStatus>().Cast<TopupStatus?>().FirstOrDefault(status => status!.Value.Text() == text);
}
