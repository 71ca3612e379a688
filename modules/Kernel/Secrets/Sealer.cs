using System.Security.Cryptography;

namespace Cryptocardium.Kernel.Secrets;

/// <summary>Encrypts stored values with AES-256-GCM, bound to the place of storage.</summary>
/// <param name="key">32 bytes.</param>
public sealed class Sealer(byte[] key)
{
    /// <summary>The bytes that sealing adds: nonce and tag.</summary>
    public const int AddedBytes = NonceBytes + TagBytes;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    // Creating a cipher costs more than a short message. One thread at a time uses it.
    private AesGcm? idle;

    /// <summary>Nonce, ciphertext and tag.</summary>
    /// <param name="plain">The plaintext.</param>
    /// <param name="place">The associated data: the key of the row. Opening with another place fails.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var result = new byte[plain.Length + AddedBytes];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceBytes));
        var aes = Take();
        aes.Encrypt(
            result.AsSpan(0, NonceBytes), plain, result.AsSpan(NonceBytes, plain.Length), result.AsSpan(NonceBytes + plain.Length), place);
        Return(aes);
        return result;
    }

    /// <summary>The plaintext.</summary>
    /// <exception cref="CryptographicException">The ciphertext was changed, moved, or sealed with another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> place)
    {
        if (sealedBytes.Length < AddedBytes)
        {
            throw new CryptographicException("The ciphertext is too short.");
        }

        var plain = new byte[sealedBytes.Length - AddedBytes];
        var aes = Take();
        aes.Decrypt(
            sealedBytes[..NonceBytes], sealedBytes.Slice(NonceBytes, plain.Length), sealedBytes[(NonceBytes + plain.Length)..], plain, place);
        Return(aes);
        return plain;
    }

    private AesGcm Take() => Interlocked.Exchange(ref idle, null) ?? new AesGcm(key, TagBytes);

    private void Return(AesGcm aes) => Interlocked.Exchange(ref idle, aes)?.Dispose();
}
