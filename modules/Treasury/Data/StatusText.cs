using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Data;

// Converts statuses to the text of the database and the contract.
internal static class StatusText
{
    public static string Text(this TopupStatus status) => status.ToString().ToLowerInvariant();

    public static string Text(this DepositStatus status) => status.ToString().ToLowerInvariant();
}
