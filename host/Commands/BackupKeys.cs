using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Host.Commands;

// The key files in a backup: one sealed file, whose key is derived from a passphrase.
internal sealed record BackupKeys(int Iterations, byte[] Salt, byte[] Sealed)
{
    private const string Pattern = "*.key";
    private const int SaltBytes = 16;

    // Above the 210 000 that OWASP recommends for PBKDF2 with SHA-512; about half a second.
    private const int CurrentIterations = 600_000;
    private const int IterationsMax = 100 * CurrentIterations;

    private static ReadOnlySpan<byte> Place => "cryptocardium backup keys, format 1"u8;

    /// <summary>Seals the keys of a directory.</summary>
    public static byte[] Seal(string directory, string passphrase)
    {
        var keys = Directory.EnumerateFiles(directory, Pattern).ToDictionary(static path => Path.GetFileName(path), File.ReadAllText);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var sealer = new Sealer(KeyOf(passphrase, salt, CurrentIterations));
        return JsonSerializer.SerializeToUtf8Bytes(
            new BackupKeys(CurrentIterations, salt, sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(keys), Place)));
    }

    /// <returns>The content of each key file, by its name.</returns>
    /// <exception cref="RemedyException">The passphrase is wrong, or the file is damaged.</exception>
    public static IReadOnlyDictionary<string, string> Open(string path, string passphrase)
    {
        try
        {
            var keys = JsonSerializer.Deserialize<BackupKeys>(File.ReadAllBytes(path));
            if (keys is { Salt: not null, Sealed.Length: >= Sealer.AddedBytes, Iterations: > 0 and <= IterationsMax })
            {
                var plain = new Sealer(KeyOf(passphrase, keys.Salt, keys.Iterations)).Open(keys.Sealed, Place);
                return JsonSerializer.Deserialize<Dictionary<string, string>>(plain)!;
            }
        }
        catch (JsonException)
        {
            // Reported below.
        }
        catch (CryptographicException)
        {
            throw new RemedyException($"The passphrase does not open {path}.");
        }

        throw new RemedyException($"{path} is damaged.");
    }

    private static byte[] KeyOf(string passphrase, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(passphrase), salt, iterations, HashAlgorithmName.SHA512, KeyRing.KeyBytes);
}
