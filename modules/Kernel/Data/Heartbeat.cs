using System.Data.Common;

namespace Cryptocardium.Kernel.Data;

/// <summary>Whether the database answers.</summary>
public static class Heartbeat
{
    // A server that is away lets its callers wait for longer than whoever asks this has time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly Statement Ping = new("SELECT 1");

    /// <summary>Asks it.</summary>
    public static async ValueTask<bool> IsFelt(Unit unit)
    {
        try
        {
            return await unit.One(Ping, static _ => true).AsTask().WaitAsync(Patience);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            return false;
        }
    }
}
