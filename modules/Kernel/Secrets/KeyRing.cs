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

    private const string MasterName = "master";

    private readonly string directory;
    private readonly byte[] root;

    private KeyRing(string directory, byte[] root)
    {
        this.directory = directory;
        this.root = root;
    }

    /// <summary>Reads the master key of a directory, and makes one when there is none.</summary>
    /// <param name="directory">Where the keys lie; nodes that share a database share it.</param>
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

    /// <summary>A further key, independent of the master key: one that can be exchanged.</summary>
    /// <param name="name">Its file is <c>name.key</c>.</param>
    /// <returns>Null when it has no file here.</returns>
    public KeyRing? Find(string name) => File.Exists(FileOf(directory, name)) ? Read(directory, name) : null;

    /// <summary>Makes a further key; one that exists is read.</summary>
    /// <param name="name">Its file will be <c>name.key</c>.</param>
    public KeyRing Make(string name) => Make(directory, name);

    /// <summary>Where a further key lies, for whoever must keep it safe.</summary>
    public string FileOf(string name) => FileOf(directory, name);

    // Written whole under another name first: a crash leaves a key or none, never the half of one.
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
                // Another node was first, and its key is the one.
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
