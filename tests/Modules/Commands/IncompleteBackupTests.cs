using Cryptocardium.Host.Commands;

namespace Cryptocardium.Tests.Commands;

public sealed class IncompleteBackupTests
{
    // The path of the directory is as long as Linux accepts, so that of the lock file is too long.
    [Fact]
    public void A_backup_that_cannot_be_locked_leaves_no_directory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        const int TargetLength = 4_074;
        using var calls = new BackupCalls();
        var parent = calls.Directory;
        while (TargetLength - parent.Length > 220)
        {
            parent = Path.Combine(parent, new string('d', 100));
        }

        Directory.CreateDirectory(parent);
        var target = Path.Combine(parent, new string('t', TargetLength - parent.Length - 1));

        Assert.ThrowsAny<IOException>(() => IncompleteBackup.Begin(target));

        Assert.Empty(Directory.EnumerateFileSystemEntries(parent));
    }
}
