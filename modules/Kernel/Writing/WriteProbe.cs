using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Kernel.Writing;

/// <summary>Checks whether commands can be committed: the disk has space, and a write of one row succeeds.</summary>
public sealed class WriteProbe
{
    // A successful write counts for this time, so that frequent checks do not burden the writer.
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(5);

    private readonly Database database;
    private readonly Writers writers;
    private readonly DiskSpace space;
    private readonly TimeProvider clock;
    private readonly SharedProbe shared;

    /// <param name="database">The database.</param>
    /// <param name="writers">Commit the probe's row.</param>
    /// <param name="space">The space on the disk of the data directory.</param>
    /// <param name="clock">Measures the time since the last probe.</param>
    public WriteProbe(Database database, Writers writers, DiskSpace space, TimeProvider clock)
    {
        (this.database, this.writers, this.space, this.clock) = (database, writers, space, clock);
        shared = new SharedProbe(Write, clock, Validity);
    }

    /// <summary>Writes one row, or joins the write in progress, or relies on one that succeeded just before.</summary>
    public async ValueTask<bool> Check() => (database.Engine != Engine.Sqlite || space.IsEnough) && await shared.Check();

    private async Task<bool> Write()
    {
        try
        {
            return await writers.Run("", session => session.Execute(StoredKeys.Probe, [clock.GetUtcNow().ToUnixTimeMilliseconds()])) > 0;
        }
        catch (Exception exception) when (exception is DbException or OverloadedException or CommitUnknownException)
        {
            return false;
        }
    }
}
