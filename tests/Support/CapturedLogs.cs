using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Tests;

/// <summary>Keeps what the product logs, for tests that look for what must not be there.</summary>
public sealed class CapturedLogs : ILoggerProvider, ILogger
{
    /// <summary>The host's arguments for whoever wants to see all that it can log.</summary>
    public static readonly string[] Everything =
    [
        "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace",
    ];

    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>Everything that was logged, exceptions included.</summary>
    public string Text => string.Join('\n', lines);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
