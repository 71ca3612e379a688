using System.Security.Cryptography;
using System.Text;

namespace Cryptocardium.Kernel.Secrets;

/// <summary>
/// The keys outside of the database: one random master key in a file, from which a key per purpose is derived. A copy of the database alone
/// reveals no sealed value and allows no forged fingerprint.
/// </summary>
public sealed class KeyRing
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyBytes = 32;

    private const string MasterName = "master";

    private readonly string directory;
    private readonly byte[] root;

    private KeyRing(string directory, byte[] root)
    {
        this.directory = directory;
        this.root = root;
    }

    /// <summary>Reads the master key of a directory; a missing one is created.</summary>
    /// <param name="directory">The directory of the keys; nodes that share a database share it.</param>
    public static KeyRing Open(string directory)
    {
        Directory.CreateDirectory(directory);
        return Make(directory, MasterName);
    }

    /// <summary>Whether a directory has a master key.</summary>
    public static bool Exists(string directory) => File.Exists(FileOf(directory, MasterName));

    /// <summary>The key of one purpose; the same text always gives the same key.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, KeyBytes, info: Encoding.ASCII.GetBytes(purpose));

    /// <summary>A named key, independent of the master key, so that it can be rotated.</summary>
    /// <param name="name">The name of its file, without <c>.key</c>.</param>
    /// <returns>The key; null without a file.</returns>
    public KeyRing? Find(string name) => File.Exists(FileOf(directory, name)) ? Read(directory, name) : null;

    /// <summary>Reads a named key; a missing one is created.</summary>
    /// <param name="name">The name of its file, without <c>.key</c>.</param>
    public KeyRing Make(string name) => Make(directory, name);

    /// <summary>The path of a named key, for operators who back it up.</summary>
    public string FileOf(string name) => FileOf(directory, name);

    // Written under a temporary name and then moved, so that a crash never leaves half a key.
    private static KeyRing Make(string directory, string name)
    {
        var path = FileOf(directory, name);
        if (!File.Exists(path))
        {
            var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
            Write(draft);
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another node has created the key; its key is used.
                File.Delete(draft);
            }
        }

        return Read(directory, name);
    }

    private static void Write(string path)
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

    private static KeyRing Read(string directory, string name)
    {
        var key = Convert.FromHexString(File.ReadAllText(FileOf(directory, name)).Trim());
        return key.Length == KeyBytes
            ? new KeyRing(directory, key)
            : throw new InvalidDataException($"{name}.key is not a key of {KeyBytes} bytes.");
    }

    private static string FileOf(string directory, string name) => Path.Combine(directory, $"{name}.key");
}
