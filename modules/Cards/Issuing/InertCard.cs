using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

// A card that the issuer made and that is not in use yet.
internal sealed record InertCard(string Reference, Mode Mode, Secret<string> Pan)
{
    private const int RetryAfterSeconds = 1;

    // Returned when the command needs another card than its preparation has made. A retry prepares again.
    public static readonly Error Missing = new(Errors.UpstreamIssuerDown) { RetryAfterSeconds = RetryAfterSeconds };
}
