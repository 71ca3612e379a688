using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

// The effect of a credited deposit on its top-up.
internal sealed record Credit
{
    // Credited to the customer: whole cents, rounded down.
    public required Usd Amount { get; init; }

    // The remaining fraction of a cent.
    public required Usd Rest { get; init; }

    // Whether the announced amount stops being expected.
    public required bool Settles { get; init; }

    // Whether this deposit completes the top-up.
    public required bool Completes { get; init; }
}
