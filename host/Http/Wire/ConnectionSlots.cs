using System.Diagnostics.Metrics;
using System.Net;
using Cryptocardium.Host.Http.Limits;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Wire;

// Counts open connections against their caps.
internal sealed class ConnectionSlots(ConnectionCaps caps, KnownProxies proxies, IMeterFactory meters)
{
    private readonly Lock gate = new();
    private readonly Dictionary<LimitKey, OpenConnections> ofAddress = [];
    private readonly Counter<long> refused = meters.Create(TelemetryNames.Name).CreateCounter<long>(
        "connections.refused", "{connection}", "Connections that were closed because too many were open.");

    private int open;

    /// <returns>The slot of the connection, to be disposed after it was closed; null if a cap is reached.</returns>
    public ConnectionSlot? TryAcquire(IPAddress address)
    {
        var most = proxies.Contains(address) ? int.MaxValue : caps.MaxPerAddress;
        var key = LimitKey.Of(address);
        lock (gate)
        {
            var same = ofAddress.GetValueOrDefault(key);
            if (open < caps.Max && (same?.Count ?? 0) < most)
            {
                same ??= ofAddress[key] = new OpenConnections();
                same.Count++;
                open++;
                return new ConnectionSlot(same, () => Release(key));
            }
        }

        refused.Add(1);
        return null;
    }

    private void Release(LimitKey key)
    {
        lock (gate)
        {
            open--;
            if (--ofAddress[key].Count == 0)
            {
                ofAddress.Remove(key);
            }
        }
    }
}
