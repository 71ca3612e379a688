using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel.Files;

namespace Cryptocardium.Kernel.Secrets;

/// <summary>
/// The keys outside of the database: one random master key in a file, from which a key per purpose is derived. A copy of the database alone
/// reveals no sealed value and allows no forged fingerprint.
/// </summary>
public sealed class KeyRing
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyBytes = 32;

    /// <summary>The name of the master key.</summary>
    public const string MasterName = "master";

    private readonly string directory;
    private readonly Lazy<byte[]> root;

    private KeyRing(string directory, string name)
    {
        this.directory = directory;
        root = new Lazy<byte[]>(() => Read(FileOf(directory, name)));
    }

    /// <summary>A value by which a database recognizes this key; it reveals nothing about the key.</summary>
    public byte[] CheckValue => Derive("kernel/check");

    /// <summary>Prepares the keys of a directory. The master key is read when it is first used.</summary>
    /// <param name="directory">The directory of the keys; nodes that share a database share it.</param>
    public static KeyRing Open(string directory) => new(directory, MasterName);

    /// <summary>Whether a directory has a master key.</summary>
    public static bool Exists(string directory) => File.Exists(FileOf(directory, MasterName));

    /// <summary>The key of one purpose; the same text always gives the same key.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root.Value, KeyBytes, info: Encoding.ASCII.GetBytes(purpose));

    /// <summary>A named key, independent of the master key, so that it can be rotated.</summary>
    /// <param name="name">The name of its file, without <c>.key</c>.</param>
    /// <returns>The key; null without a file.</returns>
    public KeyRing? Find(string name) => File.Exists(FileOf(name)) ? new KeyRing(directory, name) : null;

    /// <summary>Reads a named key; a missing one is created.</summary>
    /// <param name="name">The name of its file, without <c>.key</c>.</param>
    public KeyRing Make(string name)
    {
        PrivateFile.CreateDirectory(directory);
        var path = FileOf(name);
        if (!File.Exists(path))
        {
            Create(path);
        }

        return new KeyRing(directory, name);
    }

    /// <summary>The path of a named key, for operators who back it up.</summary>
    public string FileOf(string name) => FileOf(directory, name);

    // Written under a temporary name and then moved, so that a crash never leaves half a key.
    private static void Create(string path)
    {
        var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        try
        {
            using (var file = new FileStream(draft, PrivateFile.Options(FileMode.CreateNew, FileAccess.Write)))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another node has created the key; its key is used.
            File.Delete(draft);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RemedyException($"The key {path} cannot be written ({exception.Message.TrimEnd('.')}); let this user write the directory.");
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            var key = Convert.FromHexString(File.ReadAllText(path).Trim());
            PrivateFile.Restrict(path);
            return key.Length == KeyBytes ? key : throw new FormatException($"it has {key.Length} bytes");
        }
        catch (FormatException)
        {
            throw new RemedyException($"The key {path} is damaged; restore it from the backup of the keys.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RemedyException($"The key {path} cannot be read ({exception.Message.TrimEnd('.')}); restore it, or let this user read it.");
        }
    }

    private static string FileOf(string directory, string name) => Path.Combine(directory, $"{name}.key");
}
