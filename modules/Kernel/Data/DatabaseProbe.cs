using System.Data.Common;

namespace Cryptocardium.Kernel.Data;

/// <summary>Whether the database answers.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">What time it is.</param>
/// <param name="ids">What a unit of work needs.</param>
public sealed class DatabaseProbe(Database database, TimeProvider clock, IdSource ids)
{
    // A server that is away lets its callers wait for longer than whoever asks this has time.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private static readonly Statement Ping = new("SELECT 1");

    private readonly Lock gate = new();
    private Task<bool> asked = Task.FromResult(false);

    /// <summary>Asks it. However many ask, one question is under way at a time; it has a reader until it is answered.</summary>
    /// <returns>Whether it answered in time, and when.</returns>
    public async ValueTask<(bool IsAnswering, DateTimeOffset At)> Check()
    {
        Task<bool> question;
        lock (gate)
        {
            question = asked = asked.IsCompleted ? Ask() : asked;
        }

        try
        {
            return (await question.WaitAsync(Timeout), clock.GetUtcNow());
        }
        catch (TimeoutException)
        {
            return (false, clock.GetUtcNow());
        }
    }

    private async Task<bool> Ask()
    {
        try
        {
            await using var unit = new UnitOfWork(database, clock, ids, new Call());
            return await unit.One(Ping, static _ => true);
        }
        catch (Exception exception) when (exception is DbException or OverloadedException)
        {
            return false;
        }
    }
}
