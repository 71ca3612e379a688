using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

// What a final deposit means for its top-up.
internal sealed record Credit
{
    // What the customer gets: whole cents, rounded down.
    public required Usd Amount { get; init; }

    // The fraction of a cent that is left.
    public required Usd Rest { get; init; }

    // Whether the announced amount is no longer expected.
    public required bool Settles { get; init; }

    // Whether this deposit is the one that completes the top-up.
    public required bool Completes { get; init; }
}
