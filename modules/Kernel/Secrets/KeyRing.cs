using System.Security.Cryptography;
using System.Text;

namespace Cryptocardium.Kernel.Secrets;

/// <summary>
/// The keys that must not lie in the database: one random master key in a file of its own, from which each purpose gets its
/// own key. Who has a copy of the database alone can read no sealed body and forge no fingerprint.
/// </summary>
public sealed class KeyRing
{
    /// <summary>Bytes in a key.</summary>
    public const int KeyBytes = 32;

    private const string FileName = "master.key";

    private readonly byte[] master;

    private KeyRing(byte[] master) => this.master = master;

    /// <summary>Reads the master key of a directory, and makes one when there is none.</summary>
    /// <param name="directory">Where the key lies; nodes that share a database share it.</param>
    public static KeyRing Open(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, FileName);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))));
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // It is there already: the usual case.
        }

        var key = Convert.FromHexString(File.ReadAllText(path).Trim());
        return key.Length == KeyBytes ? new KeyRing(key) : throw new InvalidDataException($"{FileName} is not a key of {KeyBytes} bytes.");
    }

    /// <summary>The key of one purpose; the same text always gives the same key.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyBytes, info: Encoding.ASCII.GetBytes(purpose));
}
