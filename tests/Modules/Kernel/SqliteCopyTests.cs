using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class SqliteCopyTests
{
    [Fact]
    public async Task A_copy_that_cannot_be_written_names_its_path()
    {
        await using var source = new SqliteConnection("Data Source=:memory:");
        await source.OpenAsync();
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "copy.db");

        var refusal = Assert.Throws<RemedyException>(() => SqliteCopy.Write(source, path, static _ => { }));

        Assert.StartsWith($"{path} cannot be written (", refusal.Message, StringComparison.Ordinal);
    }
}
