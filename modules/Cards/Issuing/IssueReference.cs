using System.Globalization;
using System.Security.Cryptography;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

// Our reference for the card of a call. A repeated request with the same Idempotency-Key has the same reference, so the issuer makes one
// card for both. A key that is used again after its expiry has another reference.
internal static class IssueReference
{
    public static string Of(Call call, DateTimeOffset now)
    {
        if (call.Idempotency is not { } claim)
        {
            return call.RequestId;
        }

        // A reply is stored for one period, so two uses of a key within a period are one request.
        var period = now.ToUnixTimeMilliseconds() / (long)IdempotencyClaim.Retention.TotalMilliseconds;
        var text = period.ToString(CultureInfo.InvariantCulture);
        return $"key_{text}_{Convert.ToHexStringLower(SHA256.HashData([.. claim.KeyHash, .. claim.Fingerprint]))}";
    }
}
