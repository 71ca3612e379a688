using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// What an account's row says of the account, its balance aside.
internal sealed record UnverifiedAccount(
    long No, string Code, string Class, Mode Mode, string Owner, bool IsDebit, bool IsVisible, long? Floor)
{
    /// <summary>The column, if there is one, that holds what cannot be in it.</summary>
    public string? Unreadable { get; init; }
}
