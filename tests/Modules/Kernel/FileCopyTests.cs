using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class FileCopyTests
{
    private static readonly DateTimeOffset Snapshot = DateTimeOffset.Parse("2026-05-19T07:30:00Z", CultureInfo.InvariantCulture);

    // A row of the snapshot may name a file in either folder. A recent file may have no row yet, so it waits in incoming for the decision.
    [Fact]
    public async Task Files_are_copied_where_the_program_looks_for_their_rows()
    {
        var root = Directory.CreateTempSubdirectory("cryptocardium-files-").FullName;
        var (from, to) = (Path.Combine(root, "from"), Path.Combine(root, "to"));
        Directory.CreateDirectory(Path.Combine(from, "incoming"));
        string[] names = [Name(Snapshot.AddDays(-3)), Name(Snapshot.AddHours(-1)), Name(Snapshot.AddSeconds(1))];
        foreach (var name in names)
        {
            await File.WriteAllTextAsync(Path.Combine(from, name), name);
            await File.WriteAllTextAsync(Path.Combine(from, "incoming", name + "0"), name);
        }

        await new FileStore(from, new IdSource(TimeProvider.System)).CopyTo(to, Snapshot, Copy);

        Assert.Equal([names[0], names[0] + "0"], Names(to));
        Assert.Equal([names[1], names[1] + "0", names[2], names[2] + "0"], Names(Path.Combine(to, "incoming")));
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task A_store_without_files_is_copied_as_nothing()
    {
        var root = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await new FileStore(root, new IdSource(TimeProvider.System)).CopyTo(root + "-copy", Snapshot, Copy);
        Assert.False(Directory.Exists(root + "-copy"));
    }

    private static async ValueTask Copy(FileStream file, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var copy = File.Create(path);
        await file.CopyToAsync(copy);
    }

    private static string Name(DateTimeOffset at) => $"file_{at.ToUnixTimeMilliseconds():x12}000000000000";

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
