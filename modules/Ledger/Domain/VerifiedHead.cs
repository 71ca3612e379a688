using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Cryptocardium.Ledger.Domain;

// One hash over the last verified journals of all lanes, so that customers see neither lanes nor numbers of journals.
internal sealed record VerifiedHead(string Id, string Hash, DateTimeOffset VerifiedAt)
{
    private const string Prefix = "head_";
    private const int RandomDigits = 12;

    /// <param name="lanes">The last verified journals, in the order of their lanes.</param>
    /// <returns>The head; null when nothing is verified yet.</returns>
    public static VerifiedHead? Of(IReadOnlyList<(int Lane, long Sequence, byte[] Hash, DateTimeOffset VerifiedAt)> lanes)
    {
        if (lanes.Count == 0)
        {
            return null;
        }

        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        foreach (var (lane, sequence, hash, _) in lanes)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, lane);
            sha.AppendData(number);
            BinaryPrimitives.WriteInt64BigEndian(number, sequence);
            sha.AppendData(number);
            sha.AppendData(hash);
        }

        var verifiedAt = lanes.Max(static lane => lane.VerifiedAt);
        var text = Convert.ToHexStringLower(sha.GetHashAndReset());
        var id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{verifiedAt.ToUnixTimeMilliseconds():x12}{text.AsSpan(0, RandomDigits)}");
        return new VerifiedHead(id, text, verifiedAt);
    }
}
