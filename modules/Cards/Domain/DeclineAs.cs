namespace Cryptocardium.Cards.Domain;

// The kinds of decline of a frozen card, as stored and as in the API.
internal static class DeclineAs
{
    /// <summary>Merchants are told not to retry.</summary>
    public const string Final = "final";

    /// <summary>Merchants are told to retry later, as they do for subscriptions.</summary>
    public const string Retryable = "retryable";
}
