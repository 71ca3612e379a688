namespace Cryptocardium.Cards.Domain;

// The merchant's options after a decline, as in the API.
internal static class RetryCategories
{
    public const string DoNotRetry = "do_not_retry";
    public const string RetryLater = "retry_later";
    public const string FixAndRetry = "fix_and_retry";
    public const string Other = "other";
}
