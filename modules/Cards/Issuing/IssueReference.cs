using System.Globalization;
using System.Security.Cryptography;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

// Our reference for the card of a call. A call that repeats its Idempotency-Key and its request has the same one, so that the issuer makes
// one card for both; a key that has expired and is used again has another.
internal static class IssueReference
{
    public static string Of(Call call, DateTimeOffset now)
    {
        if (call.Idempotency is not { } claim)
        {
            return call.RequestId;
        }

        // A stored answer is kept as long as a period, so two uses of a key in one period are one request.
        var period = now.ToUnixTimeMilliseconds() / (long)IdempotencyClaim.Retention.TotalMilliseconds;
        var text = period.ToString(CultureInfo.InvariantCulture);
        return $"key_{text}_{Convert.ToHexStringLower(SHA256.HashData([.. claim.KeyHash, .. claim.Fingerprint]))}";
    }
}
