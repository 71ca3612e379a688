namespace Cryptocardium.Tests.Startup;

public sealed class DeploymentTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "host", "Deployment");

    // Exit code 2 also means that the database is away or the previous process still ends.
    [Fact]
    public async Task The_service_is_started_again_after_every_failure()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, "cryptocardium.service"));

        Assert.Contains("Restart=on-failure", lines);
        Assert.Contains("RestartSec=5", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("RestartPreventExitStatus", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("After=", StringComparison.Ordinal) && line.Contains("time-sync.target", StringComparison.Ordinal));
    }

    // Data:Directory may be relative.
    [Fact]
    public async Task The_backup_runs_in_the_directory_of_the_service()
    {
        async Task<string> DirectoryOf(string unit) =>
            (await File.ReadAllLinesAsync(Path.Combine(Folder, unit))).Single(line => line.StartsWith("WorkingDirectory=", StringComparison.Ordinal));

        Assert.Equal(await DirectoryOf("cryptocardium.service"), await DirectoryOf("cryptocardium-backup.service"));
    }
}
