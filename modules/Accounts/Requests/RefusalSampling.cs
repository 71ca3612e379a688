using System.Collections.Concurrent;
using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Requests;

// Whoever calls far more often than he may would write the log as fast as he calls. So of what was refused for that, the first of each
// second is logged for each credential.
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
        var known = seconds.GetOrAdd(request.CredentialId, second - 1);
        return known == second || !seconds.TryUpdate(request.CredentialId, second, known);
    }
}
