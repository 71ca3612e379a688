using Cryptocardium.Accounts.Passwords;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class PasswordQueueTests
{
    [Fact]
    public async Task Work_waits_for_a_place_and_what_finds_no_room_to_wait_is_turned_away()
    {
        using var queue = new PasswordQueue(new FakeTime());
        var gate = new TaskCompletionSource<int>();
        var running = 0;
        var admitted = Enumerable.Range(0, PasswordQueue.Places + PasswordQueue.WaitingLimit).Select(_ => Enter()).ToArray();

        Assert.Equal(PasswordQueue.Places, Volatile.Read(ref running));
        await Assert.ThrowsAsync<OverloadedException>(Enter);

        gate.SetResult(0);
        await Task.WhenAll(admitted);
        Assert.Equal(admitted.Length, running);
        Assert.Equal(0, await Enter());

        Task<int> Enter() => queue.Run(
            async _ =>
            {
                Interlocked.Increment(ref running);
                return await gate.Task;
            },
            CancellationToken.None).AsTask();
    }

    [Fact]
    public async Task A_caller_that_leaves_gives_its_room_back()
    {
        using var queue = new PasswordQueue(new FakeTime());
        var gate = new TaskCompletionSource<int>();
        var running = Enumerable.Range(0, PasswordQueue.Places)
            .Select(_ => queue.Run(async _ => await gate.Task, CancellationToken.None).AsTask()).ToArray();
        using var leaving = new CancellationTokenSource();
        var waiting = queue.Run(async _ => await gate.Task, leaving.Token).AsTask();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.SetResult(1);
        Assert.All(await Task.WhenAll(running), result => Assert.Equal(1, result));
    }

    [Fact]
    public async Task Work_that_fails_frees_its_place()
    {
        using var queue = new PasswordQueue(new FakeTime());
        for (var i = 0; i <= PasswordQueue.Places; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(
                () => queue.Run<int>(_ => throw new InvalidOperationException(), CancellationToken.None).AsTask());
        }
    }
}
