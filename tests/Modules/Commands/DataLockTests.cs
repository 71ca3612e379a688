using Cryptocardium.Host.Commands;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Commands;

public sealed class DataLockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_start_waits_for_a_process_that_is_ending()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var options = new DatabaseOptions(Engine.Sqlite, database.ConnectionString);
        Assert.True(DataLock.TryAcquire(options, out var held));

        var waiting = DataLock.Acquire(options, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        held!.Dispose();

        using var acquired = await waiting.WaitAsync(Patience);
        Assert.False(DataLock.TryAcquire(options, out _));
    }

    [Fact]
    public async Task A_directory_in_use_is_refused_by_one_sentence()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        Assert.True(DataLock.TryAcquire(new DatabaseOptions(Engine.Sqlite, database.ConnectionString), out var held));
        using (held)
        {
            await Startup.CommandRun.IsRefused("is in use by another Cryptocardium process", ["--Urls=http://127.0.0.1:0", .. database.Arguments]);
        }
    }
}
