using System.Data.Common;

namespace Cryptocardium.Kernel.Data;

/// <summary>Checks whether the database responds.</summary>
public sealed class DatabaseProbe
{
    private static readonly Statement Ping = new("SELECT 1");

    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly IdSource ids;
    private readonly SharedProbe shared;

    /// <param name="database">The database.</param>
    /// <param name="clock">Provides the time of a check.</param>
    /// <param name="ids">Passed on to the unit of work.</param>
    public DatabaseProbe(Database database, TimeProvider clock, IdSource ids)
    {
        (this.database, this.clock, this.ids) = (database, clock, ids);
        shared = new SharedProbe(Probe, clock, validity: TimeSpan.Zero);
    }

    /// <summary>Runs a probe query, or joins the one in progress: concurrent checks use one reader.</summary>
    /// <returns>Whether the database responded in time, and the time of the check.</returns>
    public async ValueTask<(bool IsAnswering, DateTimeOffset At)> Check() => (await shared.Check(), clock.GetUtcNow());

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
