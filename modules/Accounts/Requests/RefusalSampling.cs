using System.Collections.Concurrent;
using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Requests;

// Samples requests that a rate limit refused: one per second and credential is logged, so that a client far above its limit does not fill
// the log.
internal sealed class RefusalSampling
{
    private const int TooManyRequests = 429;
    private const int CredentialsMax = 10_000;

    private readonly ConcurrentDictionary<string, long> seconds = new(StringComparer.Ordinal);

    public bool IsSuppressed(AnsweredRequest request)
    {
        if (request.Status != TooManyRequests)
        {
            return false;
        }

        if (seconds.Count >= CredentialsMax)
        {
            seconds.Clear();
        }

        var second = request.ReceivedAt.ToUnixTimeSeconds();
        var known = seconds.GetOrAdd(request.Caller.CredentialId, second - 1);
        return known == second || !seconds.TryUpdate(request.Caller.CredentialId, second, known);
    }
}
