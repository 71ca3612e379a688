using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Startup;

// Reads the configured certificate before the web server does, which would throw without naming the setting.
internal static class Certificate
{
    private const string Section = "Kestrel:Certificates:Default";

    /// <exception cref="RemedyException">The certificate or its key cannot be used.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (configuration[$"{Section}:Path"] is not { Length: > 0 } path)
        {
            return;
        }

        var (keyPath, password) = (configuration[$"{Section}:KeyPath"], configuration[$"{Section}:Password"]);
        foreach (var file in new[] { path, keyPath }.OfType<string>().Where(file => !File.Exists(file)))
        {
            throw new RemedyException($"The file {Path.GetFullPath(file)} of {Section} is missing or cannot be read; name the certificate there.");
        }

        try
        {
            using var certificate = Read(path, keyPath, password);
            if (!certificate.HasPrivateKey)
            {
                throw new CryptographicException("it has no private key");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new RemedyException(
                $"The certificate {Path.GetFullPath(path)} cannot be used ({exception.Message.TrimEnd('.')}); "
                + $"set {Section}:Path to a PFX file with its :Password, or to a PEM file with its :KeyPath.");
        }
    }

    private static X509Certificate2 Read(string path, string? keyPath, string? password) =>
        keyPath is null ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
        : string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path, keyPath)
        : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
}
