namespace Cryptocardium.Kernel;

/// <summary>The tenant: the account that a caller acts for and that owns everything else.</summary>
/// <param name="Value">The text, <c>acc_…</c>.</param>
public readonly record struct AccountId(string Value) : IId<AccountId>
{
    /// <inheritdoc/>
    public static string Prefix => "acc";

    /// <inheritdoc/>
    public static AccountId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
