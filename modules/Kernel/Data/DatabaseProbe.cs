using System.Data.Common;

namespace Cryptocardium.Kernel.Data;

/// <summary>Checks whether the database responds.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Provides the time of a check.</param>
/// <param name="ids">Passed on to the unit of work.</param>
public sealed class DatabaseProbe(Database database, TimeProvider clock, IdSource ids)
{
    // An unreachable server is noticed only after a longer time than readiness checks wait.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private static readonly Statement Ping = new("SELECT 1");

    private readonly Lock gate = new();
    private Task<bool> current = Task.FromResult(false);

    /// <summary>Runs a probe query, or joins the one in progress: concurrent checks use one reader.</summary>
    /// <returns>Whether the database responded in time, and the time of the check.</returns>
    public async ValueTask<(bool IsAnswering, DateTimeOffset At)> Check()
    {
        Task<bool> probe;
        lock (gate)
        {
            probe = current = current.IsCompleted ? Probe() : current;
        }

        try
        {
            return (await probe.WaitAsync(Timeout), clock.GetUtcNow());
        }
        catch (TimeoutException)
        {
            return (false, clock.GetUtcNow());
        }
    }

    private async Task<bool> Probe()
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
