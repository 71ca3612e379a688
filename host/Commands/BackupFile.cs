namespace Cryptocardium.Host.Commands;

// A file of a backup.
/// <param name="Path">The path within the backup, with slashes.</param>
/// <param name="Bytes">The length.</param>
/// <param name="Sha256">The hash in hexadecimal.</param>
internal sealed record BackupFile(string Path, long Bytes, string Sha256);
