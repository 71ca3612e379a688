using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

// A card that the issuer made and that nothing uses yet.
internal sealed record InertCard(string Reference, Mode Mode, Secret<string> Pan)
{
    private const int RetryAfterSeconds = 1;

    // Answers a command that finds another card to issue than its preparation did. A repetition prepares again.
    public static readonly Error Missing = new(Errors.UpstreamIssuerDown) { RetryAfterSeconds = RetryAfterSeconds };
}
