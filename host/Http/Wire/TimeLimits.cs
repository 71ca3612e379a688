using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cryptocardium.Host.Http.Wire;

// Time limits of connections, so that slow clients do not hold connections and the memory behind them.
internal sealed class TimeLimits(double scale)
{
    /// <summary>The number of bytes of a file or a response that may take as long as a whole body.</summary>
    public const int PieceBytes = 2 * 1_024 * 1_024;

    /// <summary>The time for the request line and the headers; product documentation, "Requests": 30 s to connect.</summary>
    public TimeSpan Headers { get; } = TimeSpan.FromSeconds(30) * scale;

    /// <summary>The time for a whole JSON body and for each piece of a file; product documentation, "Requests": 60 s to read.</summary>
    public TimeSpan Body { get; } = TimeSpan.FromSeconds(60) * scale;

    /// <summary>The time between two requests, longer than clients usually keep a connection, so that no request meets a closing one.</summary>
    public TimeSpan Idle { get; } = TimeSpan.FromSeconds(120) * scale;

    /// <summary>The minimum average rate at which a client must read a response.</summary>
    public MinDataRate Answer => new(PieceBytes / Body.TotalSeconds, Body);
}
