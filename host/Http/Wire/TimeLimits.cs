using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cryptocardium.Host.Http.Wire;

// How long a connection has for what it does, so that nobody keeps one, and what is held for it, by being slow.
internal sealed class TimeLimits(double scale)
{
    /// <summary>What a file may take the time of a whole body for, and an answer too.</summary>
    public const int PieceBytes = 2 * 1_024 * 1_024;

    /// <summary>For the request line and the headers. Product documentation, "Requests": 30 s to connect.</summary>
    public TimeSpan Headers { get; } = TimeSpan.FromSeconds(30) * scale;

    /// <summary>For a whole body of JSON, and for each piece of a file. Product documentation, "Requests": 60 s to read.</summary>
    public TimeSpan Body { get; } = TimeSpan.FromSeconds(60) * scale;

    /// <summary>Between two requests. Longer than clients usually keep a connection, so that it is not closed under a request.</summary>
    public TimeSpan Idle { get; } = TimeSpan.FromSeconds(120) * scale;

    /// <summary>How quickly an answer must be read, on average.</summary>
    public MinDataRate Answer => new(PieceBytes / Body.TotalSeconds, Body);
}
